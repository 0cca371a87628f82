package io.posthorn.auth.secondfactor;

import io.posthorn.auth.account.Account;
import io.posthorn.auth.account.AccountService;
import io.posthorn.auth.account.EmailAddress;
import io.posthorn.auth.account.Profile;
import io.posthorn.auth.credential.CredentialService;
import io.posthorn.auth.guard.GuardService;
import io.posthorn.auth.mail.Letter;
import io.posthorn.auth.mail.LetterKind;
import io.posthorn.auth.mail.MailService;
import io.posthorn.auth.password.Password;
import io.posthorn.auth.visitor.Visitor;
import io.posthorn.auth.workspace.WorkspaceService;
import io.posthorn.contracts.PosthornEvent;
import io.posthorn.contracts.auth.SecondFactorDisabled;
import io.posthorn.contracts.auth.SecondFactorEnabled;
import io.posthorn.kit.caller.Caller;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.Violation;
import io.posthorn.kit.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** For the owner of an account, who gives the password once more: whoever found an open session does not know it. */
@ApplicationScoped
class EnrolmentService {
    private static final Duration WORTH_TELLING = Duration.ofDays(2);

    private final TenantTransaction tenant;
    private final AccountService accounts;
    private final CredentialService credentials;
    private final SecondFactorService factors;
    private final GuardService guard;
    private final MailService mail;
    private final WorkspaceService workspaces;
    private final Clock clock;

    EnrolmentService(
            TenantTransaction tenant,
            AccountService accounts,
            CredentialService credentials,
            SecondFactorService factors,
            GuardService guard,
            MailService mail,
            WorkspaceService workspaces,
            Clock clock) {
        this.tenant = tenant;
        this.accounts = accounts;
        this.credentials = credentials;
        this.factors = factors;
        this.guard = guard;
        this.mail = mail;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    Uni<SecondFactorState> state(Caller caller) {
        return accounts.profile(caller)
                .chain(profile -> tenant.connection(
                        caller.workspaceId(), connection -> factors.state(connection, caller.userId())));
    }

    Uni<PreparedTotpView> prepare(Caller caller, String password, Visitor visitor) {
        return proven(caller, password, visitor).chain(account -> tenant.connection(
                        caller.workspaceId(), connection -> factors.prepare(connection, account, clock.instant()))
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(SecondFactorProblems.ENABLED, "Remove it first"))
                .map(fresh -> new PreparedTotpView(fresh.base32(), fresh.uri(account.email()))));
    }

    Uni<List<String>> confirm(Caller caller, String code) {
        var now = clock.instant();
        return accounts.profile(caller)
                .map(Profile::account)
                .chain(account -> tenant.connection(
                        caller.workspaceId(), connection -> factors.confirm(connection, account.id(), code.strip(), now)
                                .onItem()
                                .ifNull()
                                .failWith(EnrolmentService::wrongCode)
                                .call(() -> tell(
                                        connection,
                                        caller,
                                        account,
                                        LetterKind.SECOND_FACTOR_ENABLED,
                                        new SecondFactorEnabled(account.id(), caller.workspaceId(), "totp", now),
                                        now))));
    }

    Uni<List<String>> freshCodes(Caller caller, String password, Visitor visitor) {
        return proven(caller, password, visitor)
                .chain(account ->
                        tenant.connection(caller.workspaceId(), connection -> factors.inForce(connection, account.id())
                                .invoke(EnrolmentService::refuseUnlessInForce)
                                .chain(() -> factors.freshCodes(connection, account.id()))));
    }

    Uni<Void> remove(Caller caller, String password, String code, Visitor visitor) {
        var now = clock.instant();
        return proven(caller, password, visitor)
                .chain(account -> guard.admit("second factor " + account.id(), visitor.network())
                        .chain(attempt -> tenant.connection(
                                        caller.workspaceId(), connection -> factors.inForce(connection, account.id())
                                                .invoke(EnrolmentService::refuseUnlessInForce)
                                                .chain(() -> factors.show(connection, account.id(), code, now))
                                                .call(shown -> shown
                                                        ? remove(connection, caller, account, now)
                                                        : Uni.createFrom().voidItem()))
                                .call(shown -> shown ? guard.passed(attempt) : guard.failed(attempt))))
                .invoke(shown -> {
                    if (!shown) {
                        throw wrongCode();
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> remove(SqlConnection connection, Caller caller, Account account, Instant now) {
        return factors.remove(connection, account.id())
                .chain(() -> tell(
                        connection,
                        caller,
                        account,
                        LetterKind.SECOND_FACTOR_DISABLED,
                        new SecondFactorDisabled(account.id(), caller.workspaceId(), "totp", now),
                        now));
    }

    private Uni<Void> tell(
            SqlConnection connection,
            Caller caller,
            Account account,
            LetterKind kind,
            PosthornEvent event,
            Instant now) {
        var letter = new Letter(kind, account.language(), account.email(), null, Map.of("name", account.fullName()));
        return mail.post(connection, caller.workspaceId(), account.id(), letter, now, WORTH_TELLING)
                .chain(() -> workspaces.announce(connection, caller.workspaceId(), List.of(event)));
    }

    private Uni<Account> proven(Caller caller, String password, Visitor visitor) {
        var typed = Password.of(password);
        return accounts.profile(caller).map(Profile::account).call(account -> credentials
                .prove(new EmailAddress(account.email()), typed, visitor)
                .onItem()
                .ifNull()
                .failWith(EnrolmentService::wrongPassword));
    }

    private static void refuseUnlessInForce(boolean inForce) {
        if (!inForce) {
            throw new ProblemException(SecondFactorProblems.NOT_ENABLED, "Prepare and confirm one first");
        }
    }

    private static ProblemException wrongCode() {
        return new ProblemException(
                SecondFactorProblems.WRONG,
                "Codes change every half minute, and each is good once; see that your clock is right",
                List.of(new Violation("/code", "second_factor_wrong", "is not the code of now")));
    }

    private static ProblemException wrongPassword() {
        return new ProblemException(
                SecondFactorProblems.WRONG_PASSWORD,
                "Nothing was changed",
                List.of(new Violation("/password", "password_wrong", "is not your password")));
    }
}

package io.posthorn.auth.recovery;

import io.posthorn.auth.account.Account;
import io.posthorn.auth.account.AccountService;
import io.posthorn.auth.account.EmailAddress;
import io.posthorn.auth.account.Profile;
import io.posthorn.auth.credential.Credential;
import io.posthorn.auth.credential.CredentialService;
import io.posthorn.auth.password.Password;
import io.posthorn.auth.password.PasswordHasher;
import io.posthorn.auth.revocation.RevocationStream;
import io.posthorn.auth.session.RevokeReason;
import io.posthorn.auth.visitor.Visitor;
import io.posthorn.kit.caller.Caller;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.Violation;
import io.posthorn.kit.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** For who knows the old password; whoever found an open session does not. */
@ApplicationScoped
class PasswordChangeService {
    private final TenantTransaction tenant;
    private final AccountService accounts;
    private final CredentialService credentials;
    private final PasswordHasher hasher;
    private final NewPassword newPassword;
    private final RevocationStream revocations;
    private final Clock clock;

    PasswordChangeService(
            TenantTransaction tenant,
            AccountService accounts,
            CredentialService credentials,
            PasswordHasher hasher,
            NewPassword newPassword,
            RevocationStream revocations,
            Clock clock) {
        this.tenant = tenant;
        this.accounts = accounts;
        this.credentials = credentials;
        this.hasher = hasher;
        this.newPassword = newPassword;
        this.revocations = revocations;
        this.clock = clock;
    }

    Uni<Void> change(Caller caller, String current, String wanted, Visitor visitor) {
        var typed = Password.of(current, "/currentPassword");
        return accounts.profile(caller)
                .map(Profile::account)
                .chain(account -> change(caller, account, typed, chosen(account, wanted), visitor));
    }

    private Uni<Void> change(Caller caller, Account account, Password current, Password wanted, Visitor visitor) {
        return credentials
                .prove(new EmailAddress(account.email()), current, visitor)
                .invoke(PasswordChangeService::refuseUnlessProven)
                .chain(() -> hasher.hash(wanted))
                .chain(hash -> tenant.connection(
                        caller.workspaceId(),
                        connection -> newPassword.store(
                                connection,
                                caller.workspaceId(),
                                account,
                                hash,
                                caller.sessionId(),
                                RevokeReason.PASSWORD_CHANGED,
                                clock.instant())))
                .chain(revocations::tell);
    }

    private static Password chosen(Account account, String wanted) {
        return Password.chosen(wanted, account.email(), "/newPassword");
    }

    private static void refuseUnlessProven(Credential credential) {
        if (credential == null) {
            throw new ProblemException(
                    RecoveryProblems.WRONG_PASSWORD,
                    "Nothing was changed",
                    List.of(new Violation("/currentPassword", "password_wrong", "is not your password")));
        }
    }
}

package io.posthorn.auth.verification;

import io.posthorn.auth.account.Account;
import io.posthorn.auth.account.AccountService;
import io.posthorn.auth.mail.Letter;
import io.posthorn.auth.mail.LetterKind;
import io.posthorn.auth.mail.MailService;
import io.posthorn.auth.proof.ProofPurpose;
import io.posthorn.auth.proof.ProofService;
import io.posthorn.auth.proof.ProofToken;
import io.posthorn.auth.workspace.WorkspaceService;
import io.posthorn.contracts.auth.EmailVerified;
import io.posthorn.kit.caller.Caller;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@ApplicationScoped
public class VerificationService {
    private static final int MOST_LETTERS = 5;
    private static final Duration WITHIN = Duration.ofHours(1);

    private final TenantTransaction tenant;
    private final AccountService accounts;
    private final ProofService proofs;
    private final MailService mail;
    private final WorkspaceService workspaces;
    private final Clock clock;

    VerificationService(
            TenantTransaction tenant,
            AccountService accounts,
            ProofService proofs,
            MailService mail,
            WorkspaceService workspaces,
            Clock clock) {
        this.tenant = tenant;
        this.accounts = accounts;
        this.proofs = proofs;
        this.mail = mail;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    /** Writes the letter, in the caller's transaction. */
    public Uni<Void> ask(SqlConnection connection, UUID workspaceId, Account account, Instant now) {
        return proofs.issue(connection, workspaceId, account.id(), ProofPurpose.VERIFY_EMAIL, now)
                .chain(token -> mail.post(
                        connection,
                        workspaceId,
                        account.id(),
                        letter(account, token),
                        now,
                        ProofPurpose.VERIFY_EMAIL.lifetime()));
    }

    /** Another letter; nothing for an address that is verified. */
    Uni<Void> askAgain(Caller caller) {
        var now = clock.instant();
        return accounts.profile(caller)
                .chain(profile -> profile.account().emailVerifiedAt() != null
                        ? Uni.createFrom().voidItem()
                        : tenant.connection(
                                caller.workspaceId(),
                                connection -> askAgain(connection, caller, profile.account(), now)));
    }

    private Uni<Void> askAgain(SqlConnection connection, Caller caller, Account account, Instant now) {
        return mail.countSince(
                        connection, caller.workspaceId(), account.id(), LetterKind.VERIFY_EMAIL, now.minus(WITHIN))
                .invoke(VerificationService::refuseFlood)
                .chain(() -> ask(connection, caller.workspaceId(), account, now));
    }

    Uni<Void> verify(String code) {
        var token = ProofToken.parse(code).orElseThrow(ProofService::refusal);
        var now = clock.instant();
        return tenant.connection(
                token.workspaceId(), connection -> proofs.redeem(connection, token, ProofPurpose.VERIFY_EMAIL, now)
                        .chain(accountId -> verified(connection, token.workspaceId(), accountId, now)));
    }

    /** Marks the address as verified, in the caller's transaction; once more changes nothing. */
    public Uni<Void> verified(SqlConnection connection, UUID workspaceId, UUID accountId, Instant now) {
        return accounts.verifyEmail(connection, accountId, now)
                .chain(isNew -> isNew
                        ? workspaces.announce(
                                connection, workspaceId, List.of(new EmailVerified(accountId, workspaceId, now)))
                        : Uni.createFrom().voidItem());
    }

    private static Letter letter(Account account, ProofToken token) {
        return new Letter(
                LetterKind.VERIFY_EMAIL,
                account.language(),
                account.email(),
                token.text(),
                Map.of("name", account.fullName()));
    }

    private static void refuseFlood(long letters) {
        if (letters >= MOST_LETTERS) {
            throw new ProblemException(
                            VerificationProblems.TOO_MANY_LETTERS,
                            "At most %d letters an hour; look among what your mailbox holds for unwanted"
                                    .formatted(MOST_LETTERS))
                    .retryAfter(WITHIN);
        }
    }
}

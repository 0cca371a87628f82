package io.posthorn.auth.recovery;

import io.posthorn.auth.account.Account;
import io.posthorn.auth.account.AccountService;
import io.posthorn.auth.account.EmailAddress;
import io.posthorn.auth.account.Profile;
import io.posthorn.auth.guard.GuardService;
import io.posthorn.auth.password.Password;
import io.posthorn.auth.password.PasswordHasher;
import io.posthorn.auth.proof.ProofPurpose;
import io.posthorn.auth.proof.ProofService;
import io.posthorn.auth.proof.ProofToken;
import io.posthorn.auth.revocation.Revocation;
import io.posthorn.auth.revocation.RevocationStream;
import io.posthorn.auth.session.RevokeReason;
import io.posthorn.auth.verification.VerificationService;
import io.posthorn.auth.visitor.Visitor;
import io.posthorn.auth.wish.WishReason;
import io.posthorn.auth.wish.WishService;
import io.posthorn.kit.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** For who has forgotten it: the wish waits for {@link RecoverySender}, the letter's code buys a new password. */
@ApplicationScoped
class RecoveryService {
    private final TenantTransaction tenant;
    private final WishService wishes;
    private final ProofService proofs;
    private final AccountService accounts;
    private final VerificationService verification;
    private final PasswordHasher hasher;
    private final NewPassword newPassword;
    private final RevocationStream revocations;
    private final GuardService guard;
    private final Clock clock;

    RecoveryService(
            TenantTransaction tenant,
            WishService wishes,
            ProofService proofs,
            AccountService accounts,
            VerificationService verification,
            PasswordHasher hasher,
            NewPassword newPassword,
            RevocationStream revocations,
            GuardService guard,
            Clock clock) {
        this.tenant = tenant;
        this.wishes = wishes;
        this.proofs = proofs;
        this.accounts = accounts;
        this.verification = verification;
        this.hasher = hasher;
        this.newPassword = newPassword;
        this.revocations = revocations;
        this.guard = guard;
        this.clock = clock;
    }

    Uni<Void> wish(EmailAddress email) {
        return wishes.wish(email, WishReason.FORGOTTEN);
    }

    /** The code is looked at before the hash is made, or anybody could have hashes made; it is used up with its effect. */
    Uni<Void> reset(String code, String wanted, Visitor visitor) {
        var token = ProofToken.parse(code).orElseThrow(ProofService::refusal);
        return tenant.connection(token.workspaceId(), connection -> holder(connection, token))
                .chain(account -> hasher.hash(Password.chosen(wanted, account.email(), "/password"))
                        .chain(hash -> tenant.connection(
                                token.workspaceId(), connection -> reset(connection, token, account, hash)))
                        .chain(revocations::tell)
                        .chain(() -> guard.proven(account.email(), visitor.network())));
    }

    private Uni<Account> holder(SqlConnection connection, ProofToken token) {
        return proofs.holder(connection, token, ProofPurpose.RESET_PASSWORD, clock.instant())
                .chain(accountId -> accounts.profile(connection, token.workspaceId(), accountId))
                .map(Profile::account);
    }

    /** Whoever has the code reads the mailbox, so the address is verified as well. */
    private Uni<List<Revocation>> reset(SqlConnection connection, ProofToken token, Account account, String hash) {
        var now = clock.instant();
        return proofs.redeem(connection, token, ProofPurpose.RESET_PASSWORD, now)
                .chain(() -> verification.verified(connection, token.workspaceId(), account.id(), now))
                .chain(() -> newPassword.store(
                        connection, token.workspaceId(), account, hash, null, RevokeReason.PASSWORD_RESET, now));
    }
}

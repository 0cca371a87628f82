package io.posthorn.auth.recovery;

import io.posthorn.auth.account.Account;
import io.posthorn.auth.account.AccountService;
import io.posthorn.auth.credential.Credential;
import io.posthorn.auth.credential.CredentialService;
import io.posthorn.auth.mail.Letter;
import io.posthorn.auth.mail.LetterKind;
import io.posthorn.auth.mail.MailService;
import io.posthorn.auth.proof.ProofPurpose;
import io.posthorn.auth.proof.ProofService;
import io.posthorn.auth.wish.RecoveryWish;
import io.posthorn.auth.wish.WishReason;
import io.posthorn.auth.wish.WishService;
import io.posthorn.auth.workspace.WorkspaceService;
import io.posthorn.contracts.PosthornEvent;
import io.posthorn.contracts.auth.LoginLocked;
import io.posthorn.contracts.auth.PasswordResetRequested;
import io.posthorn.kit.background.Background;
import io.posthorn.kit.tenant.TenantTransaction;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Fulfils wishes: only here is looked whether anybody has the address. */
@Startup
@ApplicationScoped
class RecoverySender {
    private static final Logger LOG = Logger.getLogger(RecoverySender.class);
    private static final int BATCH = 20;
    private static final int MOST_TRIES = 5;
    private static final int MOST_LETTERS = 3;
    private static final Duration WITHIN = Duration.ofHours(1);

    private final WishService wishes;
    private final CredentialService credentials;
    private final TenantTransaction tenant;
    private final AccountService accounts;
    private final ProofService proofs;
    private final MailService mail;
    private final WorkspaceService workspaces;
    private final RecoveryConfig config;
    private final Clock clock;

    RecoverySender(
            WishService wishes,
            CredentialService credentials,
            TenantTransaction tenant,
            AccountService accounts,
            ProofService proofs,
            MailService mail,
            WorkspaceService workspaces,
            RecoveryConfig config,
            Clock clock,
            Background background) {
        this.wishes = wishes;
        this.credentials = credentials;
        this.tenant = tenant;
        this.accounts = accounts;
        this.proofs = proofs;
        this.mail = mail;
        this.workspaces = workspaces;
        this.config = config;
        this.clock = clock;
        background.loop("recovery-sender", this::fulfil);
    }

    private Uni<Duration> fulfil() {
        return wishes.claim(BATCH)
                .call(claimed -> Multi.createFrom()
                        .iterable(claimed)
                        .onItem()
                        .transformToUniAndConcatenate(this::fulfil)
                        .collect()
                        .last())
                .map(claimed -> claimed.size() == BATCH ? Duration.ZERO : config.pollEvery());
    }

    private Uni<Void> fulfil(RecoveryWish wish) {
        return credentials
                .find(wish.email())
                .chain(found -> found == null ? Uni.createFrom().voidItem() : write(wish.reason(), found))
                .chain(() -> wishes.done(wish))
                .onFailure()
                .recoverWithUni(failure -> failed(wish, failure));
    }

    private Uni<Void> write(WishReason reason, Credential credential) {
        var now = clock.instant();
        return tenant.connection(credential.workspaceId(), connection -> accounts.profile(
                        connection, credential.workspaceId(), credential.accountId())
                .chain(profile -> write(connection, reason, credential.workspaceId(), profile.account(), now)));
    }

    /** Both kinds of letter together have one bound, because both say the same to a mailbox that is flooded. */
    private Uni<Void> write(
            SqlConnection connection, WishReason reason, UUID workspaceId, Account account, Instant now) {
        var since = now.minus(WITHIN);
        return mail.countSince(connection, workspaceId, account.id(), LetterKind.RESET_PASSWORD, since)
                .chain(resets -> mail.countSince(connection, workspaceId, account.id(), LetterKind.LOGIN_LOCKED, since)
                        .map(notices -> resets + notices))
                .chain(letters -> letters >= MOST_LETTERS
                        ? Uni.createFrom().voidItem()
                        : post(connection, reason, workspaceId, account, now))
                .chain(() -> workspaces.announce(
                        connection, workspaceId, List.of(event(reason, account.id(), workspaceId, now))));
    }

    private Uni<Void> post(
            SqlConnection connection, WishReason reason, UUID workspaceId, Account account, Instant now) {
        var purpose = ProofPurpose.RESET_PASSWORD;
        return proofs.issue(connection, workspaceId, account.id(), purpose, now)
                .map(token -> new Letter(
                        kind(reason),
                        account.language(),
                        account.email(),
                        token.text(),
                        Map.of("name", account.fullName())))
                .chain(letter -> mail.post(connection, workspaceId, account.id(), letter, now, purpose.lifetime()));
    }

    private Uni<Void> failed(RecoveryWish wish, Throwable failure) {
        LOG.warnf("A wish for recovery failed (try %d): %s", wish.tries(), failure);
        return wish.tries() < MOST_TRIES ? Uni.createFrom().voidItem() : wishes.done(wish);
    }

    private static LetterKind kind(WishReason reason) {
        return switch (reason) {
            case FORGOTTEN -> LetterKind.RESET_PASSWORD;
            case LOCKED -> LetterKind.LOGIN_LOCKED;
        };
    }

    private static PosthornEvent event(WishReason reason, UUID accountId, UUID workspaceId, Instant now) {
        return switch (reason) {
            case FORGOTTEN -> new PasswordResetRequested(accountId, workspaceId, now);
            case LOCKED -> new LoginLocked(accountId, workspaceId, now);
        };
    }
}

package io.posthorn.auth.signin;

import io.posthorn.auth.account.Account;
import io.posthorn.auth.account.AccountService;
import io.posthorn.auth.account.Profile;
import io.posthorn.auth.guard.GuardService;
import io.posthorn.auth.password.PasswordHasher;
import io.posthorn.auth.session.SessionService;
import io.posthorn.auth.verification.VerificationService;
import io.posthorn.auth.visitor.Visitor;
import io.posthorn.auth.workspace.WorkspaceService;
import io.posthorn.contracts.auth.UserRegistered;
import io.posthorn.kit.Ids;
import io.posthorn.kit.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Makes an account, its workspace and its first session in one transaction; the hash is made before it begins. */
@ApplicationScoped
class RegistrationService {
    private final TenantTransaction tenant;
    private final PasswordHasher hasher;
    private final AccountService accounts;
    private final VerificationService verification;
    private final WorkspaceService workspaces;
    private final SessionService sessions;
    private final GuardService guard;
    private final Clock clock;

    RegistrationService(
            TenantTransaction tenant,
            PasswordHasher hasher,
            AccountService accounts,
            VerificationService verification,
            WorkspaceService workspaces,
            SessionService sessions,
            GuardService guard,
            Clock clock) {
        this.tenant = tenant;
        this.hasher = hasher;
        this.accounts = accounts;
        this.verification = verification;
        this.workspaces = workspaces;
        this.sessions = sessions;
        this.guard = guard;
        this.clock = clock;
    }

    Uni<SignedIn> register(RegistrationDraft draft) {
        return hasher.hash(draft.password())
                .chain(hash -> {
                    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                    var account = new Account(
                            Ids.next(),
                            draft.email().value(),
                            draft.fullName(),
                            draft.visitor().language(),
                            null,
                            now);
                    var founder = WorkspaceService.founding(account.id(), draft.workspaceName());
                    return tenant.connection(
                            founder.workspaceId(),
                            connection -> store(connection, new Profile(account, founder), hash, draft.visitor(), now));
                })
                .call(() -> guard.proven(draft.email().value(), draft.visitor().network()));
    }

    private Uni<SignedIn> store(SqlConnection connection, Profile profile, String hash, Visitor visitor, Instant now) {
        var founder = profile.membership();
        return accounts.create(connection, profile.account(), hash)
                .chain(() -> workspaces.found(connection, founder, now))
                .chain(() -> verification.ask(connection, founder.workspaceId(), profile.account(), now))
                .chain(() -> sessions.start(connection, founder, visitor, now))
                .call(started -> workspaces.announce(
                        connection,
                        founder.workspaceId(),
                        List.of(
                                new UserRegistered(
                                        founder.accountId(), founder.workspaceId(), founder.workspaceName(), now),
                                started.event())))
                .map(started -> new SignedIn(profile, started.tokens()));
    }
}

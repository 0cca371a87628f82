package io.posthorn.auth.account;

import io.posthorn.auth.mail.Language;
import io.posthorn.auth.session.SessionService;
import io.posthorn.auth.workspace.Membership;
import io.posthorn.auth.workspace.WorkspaceService;
import io.posthorn.kit.caller.Caller;
import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

@ApplicationScoped
public class AccountService {
    private final TenantTransaction tenant;
    private final AccountStore store;
    private final WorkspaceService workspaces;
    private final SessionService sessions;

    AccountService(TenantTransaction tenant, AccountStore store, WorkspaceService workspaces, SessionService sessions) {
        this.tenant = tenant;
        this.store = store;
        this.workspaces = workspaces;
        this.sessions = sessions;
    }

    /** In the caller's transaction; refuses an address that is taken. */
    public Uni<Void> create(SqlConnection connection, Account account, String passwordHash) {
        return store.insert(connection, account, passwordHash)
                .invoke(created -> {
                    if (!created) {
                        throw new ProblemException(
                                AccountProblems.EMAIL_TAKEN, "Log in, or register with another address");
                    }
                })
                .replaceWithVoid();
    }

    /** In the caller's transaction. */
    public Uni<Profile> profile(SqlConnection connection, UUID workspaceId, UUID accountId) {
        return workspaces
                .membership(connection, workspaceId, accountId)
                .onItem()
                .ifNull()
                .failWith(AccountService::gone)
                .chain(membership -> profile(connection, membership));
    }

    /** In the caller's transaction. False when it was known before that the address reaches its owner. */
    public Uni<Boolean> verifyEmail(SqlConnection connection, UUID accountId, Instant now) {
        return store.verifyEmail(connection, accountId, now);
    }

    public Uni<Profile> profile(Caller caller) {
        return tenant.connection(caller.workspaceId(), connection -> sessions.requireLive(connection, caller)
                .chain(() -> profile(connection, caller.workspaceId(), caller.userId())));
    }

    Uni<Profile> change(Caller caller, String fullName, Language language) {
        return tenant.connection(caller.workspaceId(), connection -> sessions.requireLive(connection, caller)
                .chain(() -> store.change(connection, caller.userId(), fullName, language))
                .chain(() -> profile(connection, caller.workspaceId(), caller.userId())));
    }

    private Uni<Profile> profile(SqlConnection connection, Membership membership) {
        return store.find(connection, membership.accountId()).map(account -> new Profile(account, membership));
    }

    private static ProblemException gone() {
        return new ProblemException(CommonProblems.UNAUTHENTICATED, "You are not a member of this workspace any more");
    }
}

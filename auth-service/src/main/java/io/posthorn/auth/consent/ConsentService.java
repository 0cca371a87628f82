package io.posthorn.auth.consent;

import io.posthorn.auth.grant.GrantService;
import io.posthorn.auth.revocation.RevocationStream;
import io.posthorn.auth.session.SessionService;
import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.caller.Caller;
import io.posthorn.kit.paging.Cursor;
import io.posthorn.kit.paging.Page;
import io.posthorn.kit.paging.PageRequest;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.ProblemType;
import io.posthorn.kit.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

@ApplicationScoped
public class ConsentService {
    private static final ProblemType NOT_FOUND =
            new ProblemType(ErrorCode.APPLICATION_NOT_FOUND, 404, "Application not found");

    private final TenantTransaction tenant;
    private final ConsentStore store;
    private final GrantService grants;
    private final SessionService sessions;
    private final RevocationStream revocations;
    private final Clock clock;

    ConsentService(
            TenantTransaction tenant,
            ConsentStore store,
            GrantService grants,
            SessionService sessions,
            RevocationStream revocations,
            Clock clock) {
        this.tenant = tenant;
        this.store = store;
        this.grants = grants;
        this.sessions = sessions;
        this.revocations = revocations;
        this.clock = clock;
    }

    /** In the caller's transaction: whether the person has allowed all of it before. */
    public Uni<Boolean> covers(
            SqlConnection connection, UUID workspaceId, UUID accountId, UUID applicationId, List<String> scopes) {
        return store.find(connection, workspaceId, accountId, applicationId)
                .map(consent -> consent != null && Set.copyOf(consent.scopes()).containsAll(scopes));
    }

    /** In the caller's transaction: beside what was allowed before. */
    public Uni<Void> remember(
            SqlConnection connection, UUID workspaceId, UUID accountId, UUID applicationId, List<String> scopes) {
        return store.find(connection, workspaceId, accountId, applicationId)
                .map(consent -> consent == null ? scopes : both(consent.scopes(), scopes))
                .chain(all -> store.save(connection, workspaceId, accountId, applicationId, all, clock.instant()));
    }

    Uni<Page<ConsentView>> list(Caller caller, PageRequest page) {
        var cursor = page.cursor();
        var rows = page.rowsToRead();
        return tenant.connection(
                        caller.workspaceId(),
                        connection -> store.findPage(connection, caller.workspaceId(), caller.userId(), cursor, rows))
                .map(found -> Page.of(page, found, last -> Cursor.of(last.applicationId()))
                        .map(ConsentView::of));
    }

    Uni<Void> takeBack(Caller caller, UUID applicationId) {
        return tenant.connection(caller.workspaceId(), connection -> sessions.requireLive(connection, caller)
                        .chain(() -> store.delete(connection, caller.workspaceId(), caller.userId(), applicationId))
                        .invoke(deleted -> refuseUnless(deleted, applicationId))
                        .chain(deleted ->
                                grants.endAll(connection, caller.workspaceId(), caller.userId(), applicationId)))
                .chain(revocations::tell);
    }

    private static void refuseUnless(boolean deleted, UUID applicationId) {
        if (!deleted) {
            throw new ProblemException(NOT_FOUND, "You have allowed nothing to application " + applicationId);
        }
    }

    private static List<String> both(List<String> before, List<String> now) {
        return Stream.concat(before.stream(), now.stream()).distinct().toList();
    }
}

package io.posthorn.auth.membership;

import io.posthorn.auth.account.WorkspaceView;
import io.posthorn.auth.session.SessionService;
import io.posthorn.auth.visitor.Visitor;
import io.posthorn.auth.workspace.Membership;
import io.posthorn.auth.workspace.WorkspaceService;
import io.posthorn.contracts.auth.WorkspaceRenamed;
import io.posthorn.kit.caller.Caller;
import io.posthorn.kit.idempotency.Idempotency;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class MembershipService {
    private final TenantTransaction tenant;
    private final WorkspaceService workspaces;
    private final SessionService sessions;
    private final Idempotency idempotency;
    private final Clock clock;

    MembershipService(
            TenantTransaction tenant,
            WorkspaceService workspaces,
            SessionService sessions,
            Idempotency idempotency,
            Clock clock) {
        this.tenant = tenant;
        this.workspaces = workspaces;
        this.sessions = sessions;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    Uni<List<Membership>> list(Caller caller) {
        return tenant.connection(caller.workspaceId(), connection -> sessions.requireLive(connection, caller)
                .chain(() -> workspaces.memberships(connection, caller.userId())));
    }

    Uni<Membership> find(Caller caller, UUID id) {
        return tenant.connection(caller.workspaceId(), connection -> sessions.requireLive(connection, caller)
                .chain(() -> own(connection, caller, id)));
    }

    /** The answer is kept where it was asked, with the key; the new workspace is another one. */
    Uni<WorkspaceView> found(Caller caller, NameWorkspaceRequest request) {
        return tenant.connection(caller.workspaceId(), connection -> sessions.requireLive(connection, caller)
                .chain(() -> idempotency.once(connection, request, WorkspaceView.class, () -> workspaces
                        .foundAnother(
                                connection,
                                caller.workspaceId(),
                                caller.userId(),
                                request.name().strip(),
                                clock.instant())
                        .map(WorkspaceView::of))));
    }

    /** Only where the caller is: a role in one workspace is none in another. */
    Uni<Membership> rename(Caller caller, UUID id, String name) {
        refuseUnlessHere(caller, id);
        var event = new WorkspaceRenamed(id, name, caller.userId(), clock.instant());
        return tenant.connection(id, connection -> sessions.requireLive(connection, caller)
                .chain(() -> workspaces.rename(connection, id, name))
                .call(renamed -> renamed
                        ? workspaces.announce(connection, id, List.of(event))
                        : Uni.createFrom().voidItem())
                .chain(() -> own(connection, caller, id)));
    }

    /** A session of its own in the other workspace, which ends no later than this one. */
    Uni<Switched> enter(Caller caller, UUID id, Visitor visitor) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return tenant.connection(caller.workspaceId(), connection -> sessions.requireLive(connection, caller)
                .chain(() -> own(connection, caller, id))
                .chain(membership -> sessions.startBeside(connection, caller, membership, visitor, now)
                        .call(started -> workspaces.announce(connection, id, List.of(started.event())))
                        .map(started -> new Switched(membership, started.tokens()))));
    }

    private Uni<Membership> own(SqlConnection connection, Caller caller, UUID id) {
        return workspaces.memberships(connection, caller.userId()).map(mine -> mine.stream()
                .filter(membership -> membership.workspaceId().equals(id))
                .findFirst()
                .orElseThrow(() -> notFound(id)));
    }

    static void refuseUnlessHere(Caller caller, UUID id) {
        if (!caller.workspaceId().equals(id)) {
            throw notFound(id);
        }
    }

    private static ProblemException notFound(UUID id) {
        return new ProblemException(MembershipProblems.NOT_FOUND, "No workspace " + id);
    }
}

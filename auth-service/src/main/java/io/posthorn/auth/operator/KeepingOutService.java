package io.posthorn.auth.operator;

import io.posthorn.auth.operator.FoundUserView.MemberOfView;
import io.posthorn.auth.revocation.Revocation;
import io.posthorn.auth.revocation.RevocationStream;
import io.posthorn.auth.session.RevokeReason;
import io.posthorn.auth.session.SessionService;
import io.posthorn.auth.workspace.WorkspaceService;
import io.posthorn.contracts.PosthornEvent;
import io.posthorn.contracts.auth.UserDisabled;
import io.posthorn.contracts.auth.UserEnabled;
import io.posthorn.contracts.auth.WorkspaceResumed;
import io.posthorn.contracts.auth.WorkspaceSuspended;
import io.posthorn.kit.caller.Caller;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.tenant.TenantTransaction;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * Keeps people and workspaces out, and lets them in again. What is kept out is a member of nothing (V0041), so it gets no new
 * tokens; the ones that it has are refused by what they name.
 */
@ApplicationScoped
class KeepingOutService {
    private final WorkerTransaction worker;
    private final TenantTransaction tenant;
    private final OperatorStore store;
    private final OperatorService operators;
    private final SessionService sessions;
    private final WorkspaceService workspaces;
    private final RevocationStream revocations;
    private final Clock clock;

    KeepingOutService(
            WorkerTransaction worker,
            TenantTransaction tenant,
            OperatorStore store,
            OperatorService operators,
            SessionService sessions,
            WorkspaceService workspaces,
            RevocationStream revocations,
            Clock clock) {
        this.worker = worker;
        this.tenant = tenant;
        this.store = store;
        this.operators = operators;
        this.sessions = sessions;
        this.workspaces = workspaces;
        this.revocations = revocations;
        this.clock = clock;
    }

    /** Once more changes nothing. The workspaces hear of it first: it must not happen without their knowing. */
    Uni<Void> disable(Caller operator, UUID accountId, String reason) {
        return operators.workspacesOf(accountId).chain(in -> worker.connection(
                        connection -> store.isDisabled(connection, accountId))
                .chain(before -> before ? nothing() : disable(operator, accountId, reason, in)));
    }

    private Uni<Void> disable(Caller operator, UUID accountId, String reason, List<MemberOfView> in) {
        return inEach(in, (connection, workspaceId) -> endSessions(connection, workspaceId, accountId)
                        .call(() -> announce(
                                connection,
                                workspaceId,
                                new UserDisabled(accountId, workspaceId, operator.userId(), reason, clock.instant()))))
                .chain(() -> worker.connection(connection -> store.disable(connection, accountId, operator.userId())))
                .chain(() -> revocations.tell(
                        List.of(Revocation.ofKeptOut(in.getFirst().id(), accountId, "user_disabled"))));
    }

    Uni<Void> enable(Caller operator, UUID accountId) {
        return operators.workspacesOf(accountId).chain(in -> worker.connection(
                        connection -> store.isDisabled(connection, accountId))
                .chain(before -> before ? enable(operator, accountId, in) : nothing()));
    }

    private Uni<Void> enable(Caller operator, UUID accountId, List<MemberOfView> in) {
        return inEach(in, (connection, workspaceId) -> announce(
                                connection,
                                workspaceId,
                                new UserEnabled(accountId, workspaceId, operator.userId(), clock.instant()))
                        .replaceWith(List.of()))
                .chain(() -> worker.connection(connection -> store.enable(connection, accountId)))
                .chain(() ->
                        revocations.tell(List.of(Revocation.lifted(in.getFirst().id(), accountId))));
    }

    /** On every device, in every workspace. */
    Uni<Void> logOut(UUID accountId) {
        return operators
                .workspacesOf(accountId)
                .chain(in -> inEach(in, (connection, workspaceId) -> endSessions(connection, workspaceId, accountId)));
    }

    Uni<Void> suspend(Caller operator, UUID workspaceId, String reason) {
        var event = new WorkspaceSuspended(workspaceId, operator.userId(), reason, clock.instant());
        return tenant.connection(workspaceId, connection -> requireWorkspace(connection, workspaceId)
                        .chain(() -> store.suspend(connection, workspaceId, reason, operator.userId()))
                        .call(done -> done ? announce(connection, workspaceId, event) : nothing()))
                .chain(done -> done
                        ? revocations.tell(
                                List.of(Revocation.ofKeptOut(workspaceId, workspaceId, "workspace_suspended")))
                        : nothing());
    }

    Uni<Void> resume(Caller operator, UUID workspaceId) {
        var event = new WorkspaceResumed(workspaceId, operator.userId(), clock.instant());
        return tenant.connection(workspaceId, connection -> requireWorkspace(connection, workspaceId)
                        .chain(() -> store.resume(connection, workspaceId))
                        .call(done -> done ? announce(connection, workspaceId, event) : nothing()))
                .chain(done ->
                        done ? revocations.tell(List.of(Revocation.lifted(workspaceId, workspaceId))) : nothing());
    }

    private Uni<List<Revocation>> endSessions(SqlConnection connection, UUID workspaceId, UUID accountId) {
        return sessions.end(connection, workspaceId, accountId, null, RevokeReason.BY_OPERATOR, clock.instant());
    }

    private Uni<Void> inEach(List<MemberOfView> in, BiFunction<SqlConnection, UUID, Uni<List<Revocation>>> work) {
        return Multi.createFrom()
                .iterable(in)
                .onItem()
                .transformToUniAndConcatenate(workspace -> tenant.connection(
                                workspace.id(), connection -> work.apply(connection, workspace.id()))
                        .chain(revocations::tell))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> announce(SqlConnection connection, UUID workspaceId, PosthornEvent event) {
        return workspaces.announce(connection, workspaceId, List.of(event));
    }

    private Uni<Boolean> requireWorkspace(SqlConnection connection, UUID workspaceId) {
        return store.exists(connection, workspaceId).invoke(found -> {
            if (!found) {
                throw new ProblemException(OperatorProblems.WORKSPACE_NOT_FOUND, "No workspace " + workspaceId);
            }
        });
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}

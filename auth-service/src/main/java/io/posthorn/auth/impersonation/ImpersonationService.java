package io.posthorn.auth.impersonation;

import io.posthorn.auth.revocation.Revocation;
import io.posthorn.auth.revocation.RevocationStream;
import io.posthorn.auth.token.AccessTokens;
import io.posthorn.auth.workspace.WorkspaceService;
import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.Ids;
import io.posthorn.kit.caller.Caller;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.ProblemType;
import io.posthorn.kit.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class ImpersonationService {
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final ProblemType NOBODY =
            new ProblemType(ErrorCode.WORKSPACE_NOT_FOUND, 404, "Workspace not found");
    private static final ProblemType NOT_FOUND =
            new ProblemType(ErrorCode.IMPERSONATION_NOT_FOUND, 404, "Impersonation not found");

    private final TenantTransaction tenant;
    private final ImpersonationStore store;
    private final WorkspaceService workspaces;
    private final AccessTokens tokens;
    private final RevocationStream revocations;
    private final Clock clock;

    ImpersonationService(
            TenantTransaction tenant,
            ImpersonationStore store,
            WorkspaceService workspaces,
            AccessTokens tokens,
            RevocationStream revocations,
            Clock clock) {
        this.tenant = tenant;
        this.store = store;
        this.workspaces = workspaces;
        this.tokens = tokens;
        this.revocations = revocations;
        this.clock = clock;
    }

    /** The token and what the workspace reads of it come into being together. */
    Uni<StartedImpersonationView> start(Caller operator, StartImpersonationRequest request) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var lifetime = request.minutes() == null ? LONGEST : Duration.ofMinutes(request.minutes());
        var impersonation = new Impersonation(
                request.workspaceId(),
                Ids.next(),
                request.userId(),
                operator.userId(),
                request.reason().strip(),
                now,
                now.plus(lifetime));
        return tenant.connection(request.workspaceId(), connection -> workspaces
                .membership(connection, request.workspaceId(), request.userId())
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(NOBODY, "There is no such workspace with such a member"))
                .call(() -> store.insert(connection, impersonation))
                .call(() -> workspaces.announce(connection, request.workspaceId(), List.of(impersonation.started())))
                .map(member -> new StartedImpersonationView(
                        impersonation.id(),
                        tokens.signForImpersonation(
                                operator.userId(),
                                member.accountId(),
                                member.workspaceId(),
                                member.role(),
                                impersonation.id(),
                                lifetime),
                        impersonation.endsAt())));
    }

    /** The operator's own, before its time. */
    Uni<Void> end(Caller operator, UUID workspaceId, UUID id) {
        var now = clock.instant();
        return tenant.connection(workspaceId, connection -> store.lockLive(
                                connection, workspaceId, id, operator.userId(), now)
                        .onItem()
                        .ifNull()
                        .failWith(() -> new ProblemException(NOT_FOUND, "No impersonation " + id))
                        .chain(live -> store.end(connection, live, now)
                                .chain(() -> workspaces.announce(connection, workspaceId, List.of(live.ended(now))))))
                .chain(() -> revocations.tell(List.of(new Revocation(workspaceId, id, "impersonation_ended"))));
    }
}

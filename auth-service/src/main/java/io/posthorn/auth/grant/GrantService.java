package io.posthorn.auth.grant;

import io.posthorn.auth.revocation.Revocation;
import io.posthorn.auth.workspace.WorkspaceService;
import io.posthorn.contracts.PosthornEvent;
import io.posthorn.kit.Ids;
import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Begins and ends grants, in the caller's transaction. */
@ApplicationScoped
public class GrantService {
    private final GrantStore store;
    private final WorkspaceService workspaces;
    private final GrantConfig config;
    private final Clock clock;

    GrantService(GrantStore store, WorkspaceService workspaces, GrantConfig config, Clock clock) {
        this.store = store;
        this.workspaces = workspaces;
        this.config = config;
        this.clock = clock;
    }

    /** Answers the code. Until it is redeemed the grant ends with it. */
    public Uni<String> begin(SqlConnection connection, GrantDraft draft) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var expiry = now.plus(config.codeLifetime());
        var code = OpaqueToken.next(OpaqueToken.Kind.CODE, draft.workspaceId());
        var stored = new StoredCode(draft.redirectUri(), draft.challenge(), draft.nonce(), expiry, null);
        var grant = new Grant(
                draft.workspaceId(),
                Ids.next(),
                draft.applicationId(),
                draft.accountId(),
                draft.scopes(),
                draft.loggedInAt(),
                now,
                expiry,
                null);
        return store.insert(connection, grant)
                .chain(() -> store.insertCode(connection, grant, code, stored))
                .chain(() -> workspaces.announce(connection, grant.workspaceId(), List.of(grant.authorized())))
                .replaceWith(code.text());
    }

    /** Refuses what came of a grant that has ended although the access token still lives. */
    public Uni<Void> requireLive(SqlConnection connection, UUID workspaceId, UUID grantId) {
        return store.find(connection, workspaceId, grantId)
                .invoke(grant -> {
                    if (grant == null || !grant.liveAt(clock.instant())) {
                        throw new ProblemException(CommonProblems.UNAUTHENTICATED, "The grant has ended");
                    }
                })
                .replaceWithVoid();
    }

    /** All that a person gave an application; what has to be told when the transaction is committed. */
    public Uni<List<Revocation>> endAll(
            SqlConnection connection, UUID workspaceId, UUID accountId, UUID applicationId) {
        var now = clock.instant();
        return store.lockLive(connection, workspaceId, accountId, applicationId, now)
                .chain(grants -> end(connection, grants, GrantEnd.BY_USER, now));
    }

    /** All that a person gave in the workspace that they leave; told as in {@link #endAll}. */
    public Uni<List<Revocation>> endOfMember(SqlConnection connection, UUID workspaceId, UUID accountId, Instant now) {
        return store.lockLiveOf(connection, workspaceId, accountId, now)
                .chain(grants -> end(connection, grants, GrantEnd.MEMBER_REMOVED, now));
    }

    Uni<List<Revocation>> end(SqlConnection connection, List<Grant> locked, GrantEnd reason, Instant now) {
        var live = locked.stream().filter(grant -> grant.liveAt(now)).toList();
        if (live.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var events = live.stream()
                .<PosthornEvent>map(grant -> grant.revoked(reason, now))
                .toList();
        return store.revoke(connection, live, reason, now)
                .chain(() -> workspaces.announce(connection, live.getFirst().workspaceId(), events))
                .replaceWith(live.stream()
                        .map(grant -> new Revocation(grant.workspaceId(), grant.id(), reason.word()))
                        .toList());
    }
}

package io.posthorn.auth.session;

import io.posthorn.auth.revocation.Revocation;
import io.posthorn.auth.revocation.RevocationStream;
import io.posthorn.auth.visitor.Visitor;
import io.posthorn.auth.workspace.Membership;
import io.posthorn.auth.workspace.WorkspaceService;
import io.posthorn.contracts.PosthornEvent;
import io.posthorn.contracts.auth.SessionStarted;
import io.posthorn.kit.Ids;
import io.posthorn.kit.caller.Caller;
import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Begins and ends sessions. */
@ApplicationScoped
public class SessionService {
    /** A session's first tokens, and the event that its transaction has still to announce. */
    public record Started(IssuedTokens tokens, SessionStarted event) {}

    private final TenantTransaction tenant;
    private final SessionStore store;
    private final WorkspaceService workspaces;
    private final RevocationStream revocations;
    private final TokenPairs pairs;
    private final SessionConfig config;
    private final Clock clock;

    SessionService(
            TenantTransaction tenant,
            SessionStore store,
            WorkspaceService workspaces,
            RevocationStream revocations,
            TokenPairs pairs,
            SessionConfig config,
            Clock clock) {
        this.tenant = tenant;
        this.store = store;
        this.workspaces = workspaces;
        this.revocations = revocations;
        this.pairs = pairs;
        this.config = config;
        this.clock = clock;
    }

    /** Begins a session in the caller's transaction. Whoever calls has checked who it is. */
    public Uni<Started> start(SqlConnection connection, Membership member, Visitor visitor, Instant now) {
        return start(connection, member, visitor, now, now.plus(config.absoluteLifetime()));
    }

    /**
     * Begins a session in another workspace of the caller's, which ends no later than the one that asks: going to and fro makes
     * nobody's login longer. The transaction goes from here to there.
     */
    public Uni<Started> startBeside(
            SqlConnection connection, Caller caller, Membership member, Visitor visitor, Instant now) {
        return store.find(connection, caller.workspaceId(), caller.sessionId())
                .call(() -> workspaces.enter(connection, member.workspaceId()))
                .chain(current -> start(connection, member, visitor, now, current.endsAt()));
    }

    private Uni<Started> start(
            SqlConnection connection, Membership member, Visitor visitor, Instant now, Instant endsAt) {
        var session = new Session(member.workspaceId(), Ids.next(), member.accountId(), now, endsAt, null);
        var first = RefreshToken.next(member.workspaceId());
        var tokens = pairs.issue(session, member, first);
        return store.insert(connection, session, visitor, first, pairs.expiry(session, now))
                .invoke(inserted -> refuseUnlessMember(inserted))
                .replaceWith(new Started(tokens, session.started()));
    }

    /** Ends the caller's session; once more changes nothing. */
    public Uni<Void> logout(Caller caller) {
        var now = clock.instant();
        return tenant.connection(caller.workspaceId(), connection -> store.find(
                                connection, caller.workspaceId(), caller.sessionId())
                        .map(session -> session == null ? List.<Session>of() : List.of(session))
                        .chain(found -> revoke(connection, found, RevokeReason.LOGOUT, now)))
                .chain(revocations::tell);
    }

    /** Ends every session that the caller has in this workspace. An API key has none, and ends none. */
    public Uni<Void> logoutEverywhere(Caller caller) {
        var now = clock.instant();
        return tenant.connection(caller.workspaceId(), connection -> requireLive(connection, caller)
                        .chain(() -> store.lockLive(connection, caller.workspaceId(), caller.userId(), now))
                        .chain(live -> revoke(connection, live, RevokeReason.LOGOUT_EVERYWHERE, now)))
                .chain(revocations::tell);
    }

    /**
     * Ends what an account has in the transaction's workspace, but for the session that is kept; null keeps none. What it answers
     * has to be told when the transaction is committed.
     */
    public Uni<List<Revocation>> end(
            SqlConnection connection, UUID workspaceId, UUID accountId, UUID kept, RevokeReason reason, Instant now) {
        return store.lockLive(connection, workspaceId, accountId, now)
                .map(live -> live.stream()
                        .filter(session -> !session.id().equals(kept))
                        .toList())
                .chain(ending -> revoke(connection, ending, reason, now));
    }

    /** Null when the account has no such session in the workspace; otherwise as {@link #end}. */
    public Uni<List<Revocation>> endOne(
            SqlConnection connection,
            UUID workspaceId,
            UUID accountId,
            UUID sessionId,
            RevokeReason reason,
            Instant now) {
        return store.find(connection, workspaceId, sessionId)
                .chain(session -> session == null || !session.accountId().equals(accountId)
                        ? Uni.createFrom().nullItem()
                        : revoke(connection, List.of(session), reason, now));
    }

    private static void refuseUnlessMember(boolean inserted) {
        if (!inserted) {
            throw new ProblemException(
                    CommonProblems.UNAUTHENTICATED, "You are not a member of this workspace any more");
        }
    }

    /** Refuses a caller whose session has ended although the access token still lives. */
    public Uni<Void> requireLive(SqlConnection connection, Caller caller) {
        return store.find(connection, caller.workspaceId(), caller.sessionId())
                .invoke(session -> {
                    if (session == null || !session.liveAt(clock.instant())) {
                        throw new ProblemException(CommonProblems.UNAUTHENTICATED, "The session has ended");
                    }
                })
                .replaceWithVoid();
    }

    /** Answers what has to be told when the transaction is committed: the sessions that were not revoked before. */
    Uni<List<Revocation>> revoke(SqlConnection connection, List<Session> sessions, RevokeReason reason, Instant now) {
        return store.revoke(connection, sessions, reason, now)
                .call(revoked -> revoked.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : workspaces.announce(
                                connection,
                                revoked.getFirst().workspaceId(),
                                revoked.stream()
                                        .<PosthornEvent>map(session -> session.revoked(reason, now))
                                        .toList()))
                .map(revoked -> revoked.stream()
                        .map(session -> new Revocation(session.workspaceId(), session.id(), reason.word()))
                        .toList());
    }
}

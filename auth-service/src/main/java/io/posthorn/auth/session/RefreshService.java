package io.posthorn.auth.session;

import io.posthorn.auth.workspace.WorkspaceService;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Exchanges a refresh token for the next pair. The family is locked, so of concurrent duplicates one rotates and the others
 * repeat its answer. A refusal is raised after the transaction: the revocation that it may bring must be kept.
 */
@ApplicationScoped
class RefreshService {
    private static final Logger LOG = Logger.getLogger(RefreshService.class);

    private final TenantTransaction tenant;
    private final SessionStore store;
    private final SessionService sessions;
    private final WorkspaceService workspaces;
    private final TokenPairs pairs;
    private final SessionConfig config;
    private final Clock clock;

    RefreshService(
            TenantTransaction tenant,
            SessionStore store,
            SessionService sessions,
            WorkspaceService workspaces,
            TokenPairs pairs,
            SessionConfig config,
            Clock clock) {
        this.tenant = tenant;
        this.store = store;
        this.sessions = sessions;
        this.workspaces = workspaces;
        this.pairs = pairs;
        this.config = config;
        this.clock = clock;
    }

    Uni<IssuedTokens> refresh(String text) {
        return RefreshToken.parse(text)
                .map(this::exchange)
                .orElse(nothing())
                .map(answer -> answer.orElseThrow(RefreshService::refusal));
    }

    private Uni<Optional<IssuedTokens>> exchange(RefreshToken token) {
        return tenant.connection(token.workspaceId(), connection -> store.lockFamily(connection, token)
                .chain(session -> session == null
                        ? nothing()
                        : store.findToken(connection, token)
                                .chain(stored -> follow(connection, session, token, stored, clock.instant()))));
    }

    private Uni<Optional<IssuedTokens>> follow(
            SqlConnection connection, Session session, RefreshToken token, StoredToken stored, Instant now) {
        return switch (stored.verdict(session, now, config.grace())) {
            case ROTATE -> rotate(connection, session, token, now);
            case REPEAT -> Uni.createFrom().item(() -> Optional.of(pairs.repeat(token, stored, now)));
            case REUSED -> revokeFamily(connection, session, now);
            case REFUSED -> nothing();
        };
    }

    private Uni<Optional<IssuedTokens>> rotate(
            SqlConnection connection, Session session, RefreshToken token, Instant now) {
        var successor = RefreshToken.next(session.workspaceId());
        return workspaces
                .membership(connection, session.workspaceId(), session.accountId())
                .map(member -> Optional.ofNullable(member).map(known -> pairs.issue(session, known, successor)))
                .call(answer -> answer.isEmpty()
                        ? nothing()
                        : store.rotate(
                                connection, session, pairs.rotation(token, successor, answer.get(), session, now)));
    }

    private Uni<Optional<IssuedTokens>> revokeFamily(SqlConnection connection, Session session, Instant now) {
        LOG.warnf("A used refresh token came back; session %s ends", session.id());
        return sessions.revoke(connection, session, RevokeReason.TOKEN_REUSE, now)
                .replaceWith(Optional.empty());
    }

    private static Uni<Optional<IssuedTokens>> nothing() {
        return Uni.createFrom().item(Optional.empty());
    }

    /** The same words for every reason: unknown, expired, reused, revoked. */
    private static ProblemException refusal() {
        return new ProblemException(SessionProblems.REFRESH_TOKEN_INVALID, "Log in again");
    }
}

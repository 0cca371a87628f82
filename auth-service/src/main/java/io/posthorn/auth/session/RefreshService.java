package io.posthorn.auth.session;

import io.posthorn.auth.revocation.RevocationStream;
import io.posthorn.auth.visitor.Visitor;
import io.posthorn.auth.workspace.WorkspaceService;
import io.posthorn.kit.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
    private final RevocationStream revocations;
    private final TokenPairs pairs;
    private final SessionConfig config;
    private final Clock clock;

    RefreshService(
            TenantTransaction tenant,
            SessionStore store,
            SessionService sessions,
            WorkspaceService workspaces,
            RevocationStream revocations,
            TokenPairs pairs,
            SessionConfig config,
            Clock clock) {
        this.tenant = tenant;
        this.store = store;
        this.sessions = sessions;
        this.workspaces = workspaces;
        this.revocations = revocations;
        this.pairs = pairs;
        this.config = config;
        this.clock = clock;
    }

    Uni<IssuedTokens> refresh(String text, Visitor visitor) {
        return RefreshToken.parse(text)
                .map(token -> exchange(token, visitor.address()))
                .orElse(refused())
                .call(exchange -> revocations.tell(exchange.revocations()))
                .map(Exchange::tokensOrRefusal);
    }

    private Uni<Exchange> exchange(RefreshToken token, String address) {
        return tenant.connection(token.workspaceId(), connection -> store.lockFamily(connection, token)
                .chain(session -> session == null
                        ? refused()
                        : store.findToken(connection, token)
                                .chain(stored ->
                                        follow(connection, session, token, address, stored, clock.instant()))));
    }

    private Uni<Exchange> follow(
            SqlConnection connection,
            Session session,
            RefreshToken token,
            String address,
            StoredToken stored,
            Instant now) {
        return switch (stored.verdict(session, now, config.grace())) {
            case ROTATE -> rotate(connection, session, token, address, now);
            case REPEAT -> Uni.createFrom().item(() -> Exchange.answered(pairs.repeat(token, stored, now)));
            case REUSED -> revokeFamily(connection, session, now);
            case REFUSED -> refused();
        };
    }

    private Uni<Exchange> rotate(
            SqlConnection connection, Session session, RefreshToken token, String address, Instant now) {
        var successor = RefreshToken.next(session.workspaceId());
        return workspaces
                .membership(connection, session.workspaceId(), session.accountId())
                .map(member ->
                        member == null ? Exchange.REFUSED : Exchange.answered(pairs.issue(session, member, successor)))
                .call(exchange -> exchange.tokens() == null
                        ? Uni.createFrom().voidItem()
                        : store.rotate(
                                connection,
                                session,
                                pairs.rotation(token, successor, exchange.tokens(), session, address, now)));
    }

    private Uni<Exchange> revokeFamily(SqlConnection connection, Session session, Instant now) {
        LOG.warnf("A used refresh token came back; session %s ends", session.id());
        return sessions.revoke(connection, List.of(session), RevokeReason.TOKEN_REUSE, now)
                .map(revocations -> new Exchange(null, revocations));
    }

    private static Uni<Exchange> refused() {
        return Uni.createFrom().item(Exchange.REFUSED);
    }
}

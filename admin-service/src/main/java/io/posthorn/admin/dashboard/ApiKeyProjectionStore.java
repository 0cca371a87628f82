package io.posthorn.admin.dashboard;

import io.posthorn.contracts.auth.ApiKeyCreated;
import io.posthorn.contracts.auth.ApiKeyRevoked;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** A workspace's API keys, as far as their number goes; revoking wins, in whatever order the events come. */
@ApplicationScoped
class ApiKeyProjectionStore {
    private static final String ADD = """
            insert into api_key_projection (workspace_id, api_key_id, expires_at) values ($1, $2, $3)
            on conflict do nothing""";
    private static final String REVOKE = """
            insert into api_key_projection (workspace_id, api_key_id, revoked) values ($1, $2, true)
            on conflict (workspace_id, api_key_id) do update set revoked = true""";
    private static final String COUNT_ACTIVE = """
            select count(*) from api_key_projection
            where workspace_id = $1 and not revoked and (expires_at is null or expires_at > $2)""";

    Uni<Void> add(SqlConnection connection, ApiKeyCreated key) {
        var expiresAt = key.expiresAt() == null ? null : key.expiresAt().atOffset(ZoneOffset.UTC);
        return connection
                .preparedQuery(ADD)
                .execute(Tuple.of(key.workspaceId(), key.apiKeyId(), expiresAt))
                .replaceWithVoid();
    }

    Uni<Void> revoke(SqlConnection connection, ApiKeyRevoked key) {
        return connection
                .preparedQuery(REVOKE)
                .execute(Tuple.of(key.workspaceId(), key.apiKeyId()))
                .replaceWithVoid();
    }

    Uni<Long> countActive(SqlConnection connection, UUID workspaceId, Instant now) {
        return connection
                .preparedQuery(COUNT_ACTIVE)
                .execute(Tuple.of(workspaceId, now.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next().getLong(0));
    }
}

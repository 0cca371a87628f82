package io.posthorn.auth.keyexchange;

import io.posthorn.kit.caller.Role;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Asked before a workspace is known, so outside of a tenant transaction, as at a login: a function for one exact id. */
@ApplicationScoped
class ApiKeyLookupStore {
    private static final String FIND = """
            select workspace_id, account_id, role, member_role, scopes, addresses, secret_hash,
                previous_secret_hash, previous_secret_until, expires_at, revoked_at
            from find_api_key($1)""";

    private final Pool pool;

    ApiKeyLookupStore(Pool pool) {
        this.pool = pool;
    }

    /** Null when there is none, or its maker has left. */
    Uni<FoundApiKey> find(UUID id) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(id))
                .map(rows -> rows.size() == 0 ? null : found(id, rows.iterator().next()));
    }

    private static FoundApiKey found(UUID id, Row row) {
        var previous = row.getBuffer("previous_secret_hash");
        return new FoundApiKey(
                row.getUUID("workspace_id"),
                id,
                row.getUUID("account_id"),
                Role.named(row.getString("role")).orElseThrow(),
                Role.named(row.getString("member_role")).orElseThrow(),
                List.of(row.getArrayOfStrings("scopes")),
                List.of(row.getArrayOfStrings("addresses")),
                row.getBuffer("secret_hash").getBytes(),
                previous == null ? null : previous.getBytes(),
                instant(row, "previous_secret_until"),
                instant(row, "expires_at"),
                instant(row, "revoked_at"));
    }

    private static Instant instant(Row row, String column) {
        var at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }
}

package io.posthorn.auth.keyexchange;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Arrays;

@ApplicationScoped
class ApiKeyUseStore {
    /**
     * At most once a minute, and when the hash has to move to another envelope key. Never over the hash of a secret that came
     * since the key was looked at.
     */
    private static final String TOUCH = """
            update api_key set last_used_at = $3, last_used_address = $4, secret_hash = $5
            where workspace_id = $1 and id = $2
              and previous_secret_until is not distinct from cast($7 as timestamptz)
              and (last_used_at is null or last_used_at <= cast($3 as timestamptz) - interval '1 minute' or $6)""";
    /** The day's addresses of a key, up to a number that a person might still read. */
    private static final String NOTE_ADDRESS = """
            with earlier as (
                delete from api_key_use where workspace_id = $1 and api_key_id = $2 and day < $4)
            insert into api_key_use (workspace_id, api_key_id, address, day)
            select $1, $2, $3, $4
            where (select count(*) from api_key_use where workspace_id = $1 and api_key_id = $2 and day = $4) < 100
            on conflict do nothing""";

    Uni<Void> touch(SqlConnection connection, ApiKeyUse use) {
        var until = use.key().previousSecretUntil();
        return connection
                .preparedQuery(TOUCH)
                .execute(Tuple.from(Arrays.asList(
                        use.key().workspaceId(),
                        use.key().id(),
                        use.at().atOffset(ZoneOffset.UTC),
                        use.address(),
                        Buffer.buffer(use.hash()),
                        use.movesHash(),
                        until == null ? null : until.atOffset(ZoneOffset.UTC))))
                .replaceWithVoid();
    }

    /** True for the day's first use from there. */
    Uni<Boolean> noteAddress(SqlConnection connection, ApiKeyUse use) {
        return connection
                .preparedQuery(NOTE_ADDRESS)
                .execute(Tuple.of(use.key().workspaceId(), use.key().id(), use.addressOrUnknown(), use.day()))
                .map(rows -> rows.rowCount() == 1);
    }
}

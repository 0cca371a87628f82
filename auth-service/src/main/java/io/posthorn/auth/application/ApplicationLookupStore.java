package io.posthorn.auth.application;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Asked before a workspace is known, so outside of a tenant transaction, as for API keys: a function for one exact id. */
@ApplicationScoped
class ApplicationLookupStore {
    private static final String FIND = """
            select workspace_id, cast($1 as uuid) as id, name, confidential, redirect_uris, grant_types, scopes, role,
                secret_hash, previous_secret_hash, previous_secret_until, created_by, created_at
            from find_application($1)""";

    private final Pool pool;

    ApplicationLookupStore(Pool pool) {
        this.pool = pool;
    }

    /** Null when there is none. */
    Uni<KnownApplication> find(UUID id) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(id))
                .map(rows -> rows.size() == 0 ? null : known(rows.iterator().next()));
    }

    private static KnownApplication known(Row row) {
        return new KnownApplication(
                ApplicationStore.application(row), bytes(row, "secret_hash"), bytes(row, "previous_secret_hash"));
    }

    private static byte[] bytes(Row row, String column) {
        var buffer = row.getBuffer(column);
        return buffer == null ? null : buffer.getBytes();
    }
}

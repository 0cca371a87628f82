package io.posthorn.admin.dashboard;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Remembers how large each file is, because the event of its end does not say. */
@ApplicationScoped
class StorageStore {
    private static final String ADD = """
            insert into media_projection (workspace_id, media_id, bytes) values ($1, $2, $3)
            on conflict do nothing""";
    /** A file that ended before we heard of its beginning is never counted. */
    private static final String REMOVE = """
            insert into media_projection as known (workspace_id, media_id, bytes, deleted) values ($1, $2, 0, true)
            on conflict (workspace_id, media_id) do update set deleted = true where not known.deleted
            returning old.bytes as previous""";

    Uni<List<CounterChange>> add(SqlConnection connection, UUID workspaceId, UUID mediaId, long bytes) {
        return connection
                .preparedQuery(ADD)
                .execute(Tuple.of(workspaceId, mediaId, bytes))
                .map(added -> added.rowCount() == 0
                        ? List.of()
                        : List.of(
                                CounterChange.oneMore(Counters.MEDIA_COUNT),
                                new CounterChange(Counters.MEDIA_BYTES, bytes)));
    }

    Uni<List<CounterChange>> remove(SqlConnection connection, UUID workspaceId, UUID mediaId) {
        return connection
                .preparedQuery(REMOVE)
                .execute(Tuple.of(workspaceId, mediaId))
                .map(removed ->
                        removed.size() == 0 ? null : removed.iterator().next().getLong("previous"))
                .map(bytes -> bytes == null
                        ? List.of()
                        : List.of(
                                CounterChange.oneLess(Counters.MEDIA_COUNT),
                                new CounterChange(Counters.MEDIA_BYTES, -bytes)));
    }
}

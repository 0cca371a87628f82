package io.posthorn.auth.device;

import io.posthorn.kit.paging.Cursor;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class DeviceStore {
    private static final String LIVE = """
            select id, device, address, started_at, last_used_at, ends_at from session
            where workspace_id = $1 and account_id = $2 and revoked_at is null and ends_at > $3""";
    private static final String FIRST_PAGE = LIVE + " order by id desc limit $4";
    private static final String NEXT_PAGE = LIVE + " and id < $5 order by id desc limit $4";

    /** The newest first. */
    Uni<List<Device>> findPage(
            SqlConnection connection, UUID workspaceId, UUID accountId, Instant now, Cursor after, int limit) {
        var at = now.atOffset(ZoneOffset.UTC);
        var rows = after == null
                ? connection.preparedQuery(FIRST_PAGE).execute(Tuple.of(workspaceId, accountId, at, limit))
                : connection.preparedQuery(NEXT_PAGE).execute(Tuple.of(workspaceId, accountId, at, limit, after.id()));
        return rows.map(found -> found.stream().map(DeviceStore::device).toList());
    }

    private static Device device(Row row) {
        return new Device(
                row.getUUID("id"),
                row.getString("device"),
                row.getString("address"),
                row.getOffsetDateTime("started_at").toInstant(),
                row.getOffsetDateTime("last_used_at").toInstant(),
                row.getOffsetDateTime("ends_at").toInstant());
    }
}

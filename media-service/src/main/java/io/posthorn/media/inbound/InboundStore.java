package io.posthorn.media.inbound;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Which files have to be fetched, and what became of them. */
@ApplicationScoped
class InboundStore {
    private static final String EXPECT = """
            insert into inbound_media (workspace_id, message_id, channel_id, provider_media_id, file_name, received_at)
            values ($1, $2, $3, $4, $5, $6) on conflict do nothing""";
    /** Whoever takes one has this long; then it is anybody's again. */
    private static final String TAKE = """
            update inbound_media set attempts = attempts + 1, due_at = now() + interval '5 minutes'
            where ctid = any (array(
                select ctid from inbound_media where state = 'pending' and due_at <= now()
                order by due_at limit $1 for update skip locked))
            returning workspace_id, message_id, channel_id, provider_media_id, file_name, attempts, received_at""";

    private static final String LATER = """
            update inbound_media set due_at = now() + make_interval(secs => $3::bigint), reason = $4
            where workspace_id = $1 and message_id = $2 and state = 'pending'""";
    private static final String SETTLE = """
            update inbound_media set state = $3, media_id = $4, reason = $5
            where workspace_id = $1 and message_id = $2 and state = 'pending'""";

    Uni<Void> expect(SqlConnection connection, InboundFile file) {
        return connection
                .preparedQuery(EXPECT)
                .execute(Tuple.of(
                        file.workspaceId(),
                        file.messageId(),
                        file.channelId(),
                        file.providerMediaId(),
                        file.fileName(),
                        file.receivedAt().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /** As worker, of all workspaces. */
    Uni<List<InboundFile>> take(SqlConnection connection, int most) {
        return connection.preparedQuery(TAKE).execute(Tuple.of((long) most)).map(rows -> {
            var taken = new ArrayList<InboundFile>();
            rows.forEach(row -> taken.add(file(row)));
            return taken;
        });
    }

    Uni<Void> later(SqlConnection connection, InboundFile file, Duration pause, String reason) {
        return connection
                .preparedQuery(LATER)
                .execute(Tuple.of(file.workspaceId(), file.messageId(), pause.toSeconds(), reason))
                .replaceWithVoid();
    }

    /** False when somebody else was faster. */
    Uni<Boolean> ready(SqlConnection connection, InboundFile file, UUID mediaId) {
        return settle(connection, file, "ready", mediaId, null);
    }

    /** False when somebody else was faster. */
    Uni<Boolean> unavailable(SqlConnection connection, InboundFile file, String reason) {
        return settle(connection, file, "unavailable", null, reason);
    }

    private Uni<Boolean> settle(SqlConnection connection, InboundFile file, String state, UUID mediaId, String reason) {
        return connection
                .preparedQuery(SETTLE)
                .execute(Tuple.of(file.workspaceId(), file.messageId(), state, mediaId, reason))
                .map(rows -> rows.rowCount() == 1);
    }

    private static InboundFile file(Row row) {
        return new InboundFile(
                row.getUUID("workspace_id"),
                row.getUUID("message_id"),
                row.getUUID("channel_id"),
                row.getString("provider_media_id"),
                row.getString("file_name"),
                row.getInteger("attempts"),
                row.getOffsetDateTime("received_at").toInstant());
    }
}

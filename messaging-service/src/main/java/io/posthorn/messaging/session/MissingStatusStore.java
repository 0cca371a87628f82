package io.posthorn.messaging.session;

import io.posthorn.messaging.channel.Channel;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Finds messages that Meta accepted and of which it never told anything. */
@ApplicationScoped
class MissingStatusStore {
    record SentMessage(UUID messageId, UUID attemptId, String wamid, String recipient) {}

    /** @param completeTo up to here nothing is missing once these have been asked for */
    record Found(List<SentMessage> messages, OffsetDateTime completeTo) {}

    private static final String FIND = """
            with span as (
                select greatest(coalesce(statuses_complete_to, created_at), now() - interval '2 days') as from_time,
                    now() - $3 * interval '1 millisecond' as to_time
                from channel where workspace_id = $1 and id = $2),
            silent as (
                select a.message_id, a.id, a.wamid, a.recipient, a.called_at from attempt a, span
                where a.workspace_id = $1 and a.id >= first_id_at(span.from_time) and a.id < first_id_at(span.to_time)
                  and a.channel_id = $2 and a.outcome = 'accepted' and a.wamid is not null
                  and not exists (select from status_ledger l
                      where l.workspace_id = $1 and l.message_id = a.message_id and l.attempt_id = a.id
                        and l.state in ('sent', 'delivered', 'read', 'played', 'failed'))
                order by a.id limit $4)
            select span.to_time, silent.* from span left join silent on true order by silent.id""";
    private static final String COMPLETE_TO =
            "update channel set statuses_complete_to = $3 where workspace_id = $1 and id = $2";

    Uni<Found> find(SqlConnection connection, Channel channel, Duration after, int limit) {
        return connection
                .preparedQuery(FIND)
                .execute(Tuple.of(channel.workspaceId(), channel.id(), after.toMillis(), limit))
                .map(rows -> found(rows, limit));
    }

    Uni<Void> completeTo(SqlConnection connection, Channel channel, OffsetDateTime time) {
        return connection
                .preparedQuery(COMPLETE_TO)
                .execute(Tuple.of(channel.workspaceId(), channel.id(), time))
                .replaceWithVoid();
    }

    private static Found found(RowSet<Row> rows, int limit) {
        var messages = new ArrayList<SentMessage>();
        OffsetDateTime completeTo = null;
        for (var row : rows) {
            completeTo = row.getOffsetDateTime("to_time");
            if (row.getUUID("id") != null) {
                messages.add(new SentMessage(
                        row.getUUID("message_id"),
                        row.getUUID("id"),
                        row.getString("wamid"),
                        row.getString("recipient") == null ? "" : row.getString("recipient")));
                if (messages.size() == limit) {
                    completeTo = row.getOffsetDateTime("called_at");
                }
            }
        }
        return new Found(messages, completeTo);
    }
}

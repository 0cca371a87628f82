package io.posthorn.messaging.status;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Statuses whose message is not known yet, and how they find it later. */
@ApplicationScoped
public class ParkedStatusStore {
    private static final String PARK = """
            insert into parked_status (workspace_id, channel_id, wamid, state, recipient, provider_at, error_code, error_title)
            select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::bigint[], $8::text[])
            on conflict do nothing""";
    private static final String UNPARK = """
            delete from parked_status p using provider_message m
            where p.workspace_id = $1 and m.channel_id = p.channel_id and m.wamid = p.wamid and m.workspace_id = $1
              and m.attempt_id is not null
            returning m.message_id, m.attempt_id, p.state, p.recipient, p.provider_at, p.error_code, p.error_title""";

    /** A status by Meta's id only; message and attempt of the report are not known. */
    public record Parked(UUID channelId, String wamid, StatusReport report) {}

    public Uni<Void> park(SqlConnection connection, UUID workspaceId, List<Parked> statuses) {
        if (statuses.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var reports = statuses.stream().map(Parked::report).toList();
        return connection
                .preparedQuery(PARK)
                .execute(Tuple.tuple(Arrays.asList(
                        workspaceId,
                        statuses.stream().map(Parked::channelId).toArray(UUID[]::new),
                        statuses.stream().map(Parked::wamid).toArray(String[]::new),
                        reports.stream().map(StatusReport::state).toArray(String[]::new),
                        reports.stream().map(StatusReport::recipient).toArray(String[]::new),
                        reports.stream()
                                .map(report -> report.at().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new),
                        reports.stream().map(StatusReport::errorCode).toArray(Long[]::new),
                        reports.stream().map(StatusReport::errorTitle).toArray(String[]::new))))
                .replaceWithVoid();
    }

    /** Takes out what has found its message. */
    public Uni<List<StatusReport>> unpark(SqlConnection connection, UUID workspaceId) {
        return connection.preparedQuery(UNPARK).execute(Tuple.of(workspaceId)).map(rows -> {
            var reports = new ArrayList<StatusReport>();
            rows.forEach(row -> reports.add(new StatusReport(
                    row.getUUID("message_id"),
                    row.getUUID("attempt_id"),
                    row.getString("state"),
                    row.getString("recipient"),
                    row.getOffsetDateTime("provider_at").toInstant(),
                    row.getLong("error_code"),
                    row.getString("error_title"))));
            return reports;
        });
    }

    /** As worker: the workspaces that have something parked; what nobody claimed in a week is forgotten. */
    public Uni<List<UUID>> workspaces(SqlConnection connection) {
        return connection
                .query("delete from parked_status where parked_at < now() - interval '7 days'")
                .execute()
                .chain(() -> connection
                        .query("select distinct workspace_id from parked_status")
                        .execute())
                .map(rows -> {
                    var found = new ArrayList<UUID>();
                    rows.forEach(row -> found.add(row.getUUID("workspace_id")));
                    return found;
                });
    }
}

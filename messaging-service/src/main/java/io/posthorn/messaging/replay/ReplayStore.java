package io.posthorn.messaging.replay;

import io.posthorn.kit.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Rows of replays, and how they get on. */
@ApplicationScoped
class ReplayStore {
    private static final String SELECT = """
            select id, requested_by, app_id, phone_number_id, from_time, to_time, position, read_count, queued_count,
                   state, created_at, finished_at
            from webhook_replay
            """;
    private static final String INSERT = """
            insert into webhook_replay (id, requested_by, app_id, phone_number_id, from_time, to_time)
            values ($1, $2, $3, $4, $5, $6)""";
    /**
     * Reads on from the position, queues what concerns the number, and moves the position: all of it or nothing. Ids of
     * entries are their order; the time of their coming, which is never far from it, finds the partitions.
     */
    private static final String ADVANCE = """
            with piece as (
                select id, received_at,
                       ($3::uuid is null or app_id = $3)
                       and ($4::text is null or position(convert_to($4, 'UTF8') in body) > 0) as wanted
                from webhook_journal
                where id >= first_id_at($5) and id < first_id_at($6) and id > $7
                  and received_at >= $5::timestamptz - interval '1 hour' and received_at < $6::timestamptz + interval '1 hour'
                order by id limit $2),
            queued as (
                insert into journal_task (journal_id, received_at)
                select id, received_at from piece where wanted
                on conflict (journal_id) do nothing),
            counted as (select count(*) as read, count(*) filter (where wanted) as wanted from piece)
            update webhook_replay r set
                position = coalesce((select id from piece order by id desc limit 1), r.position),
                read_count = r.read_count + counted.read,
                queued_count = r.queued_count + counted.wanted,
                state = case when counted.read < $2 then 'done' else r.state end,
                finished_at = case when counted.read < $2 then now() end
            from counted where r.id = $1""";

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    Uni<Void> insert(SqlConnection connection, Replay replay) {
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.of(
                        replay.id(),
                        replay.requestedBy(),
                        replay.appId(),
                        replay.phoneNumberId(),
                        replay.from().atOffset(ZoneOffset.UTC),
                        replay.to().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /** Null when there is none. */
    Uni<Replay> find(SqlConnection connection, UUID id) {
        return connection
                .preparedQuery(SELECT + "where id = $1")
                .execute(Tuple.of(id))
                .map(ReplayStore::first);
    }

    /** Null when none is running. */
    Uni<Replay> running(SqlConnection connection) {
        return connection
                .query(SELECT + "where state = 'running' order by id limit 1")
                .execute()
                .map(ReplayStore::first);
    }

    /** The latest first. */
    Uni<List<Replay>> page(SqlConnection connection, PageRequest page) {
        var before = page.cursor() == null ? null : page.cursor().id();
        return connection
                .preparedQuery(SELECT + "where $1::uuid is null or id < $1 order by id desc limit $2")
                .execute(Tuple.of(before, page.rowsToRead()))
                .map(ReplayStore::replays);
    }

    Uni<Void> advance(SqlConnection connection, Replay replay, int most) {
        return connection
                .preparedQuery(ADVANCE)
                .execute(Tuple.tuple(Arrays.asList(
                        replay.id(),
                        (long) most,
                        replay.appId(),
                        replay.phoneNumberId(),
                        replay.from().atOffset(ZoneOffset.UTC),
                        replay.to().atOffset(ZoneOffset.UTC),
                        replay.position() == null ? BEFORE_ALL : replay.position())))
                .replaceWithVoid();
    }

    private static Replay first(RowSet<Row> rows) {
        return rows.size() == 0 ? null : replay(rows.iterator().next());
    }

    private static List<Replay> replays(RowSet<Row> rows) {
        var found = new ArrayList<Replay>();
        rows.forEach(row -> found.add(replay(row)));
        return found;
    }

    private static Replay replay(Row row) {
        return new Replay(
                row.getUUID("id"),
                row.getUUID("requested_by"),
                row.getUUID("app_id"),
                row.getString("phone_number_id"),
                instant(row, "from_time"),
                instant(row, "to_time"),
                row.getUUID("position"),
                row.getLong("read_count"),
                row.getLong("queued_count"),
                row.getString("state"),
                instant(row, "created_at"),
                instant(row, "finished_at"));
    }

    private static Instant instant(Row row, String column) {
        var time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}

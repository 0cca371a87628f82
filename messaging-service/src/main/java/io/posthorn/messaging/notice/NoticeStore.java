package io.posthorn.messaging.notice;

import io.posthorn.kit.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Rows of notices. */
@ApplicationScoped
public class NoticeStore {
    private static final String NOTE = """
            insert into webhook_notice (workspace_id, id, channel_id, field, reason, body, reported_at, identity)
            select $1, * from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::jsonb[], $7::timestamptz[], $8::text[])
            on conflict do nothing
            returning identity""";
    private static final String PAGE = """
            select id, channel_id, field, reason, body, reported_at, identity from webhook_notice
            where workspace_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3""";
    /** So many at a time that no transaction is long. */
    private static final String FORGET = """
            delete from webhook_notice where (workspace_id, id) in (
                select workspace_id, id from webhook_notice
                where noted_at < now() - make_interval(secs => $1::bigint) order by noted_at limit 10000)""";

    /** The identities of those that are new: each once, however often Meta delivers it. */
    public Uni<Set<String>> note(SqlConnection connection, UUID workspaceId, List<Notice> notices) {
        if (notices.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return connection
                .preparedQuery(NOTE)
                .execute(Tuple.tuple(Arrays.asList(
                        workspaceId,
                        column(notices, Notice::id, UUID[]::new),
                        column(notices, Notice::channelId, UUID[]::new),
                        column(notices, Notice::field, String[]::new),
                        column(notices, Notice::reason, String[]::new),
                        column(notices, Notice::body, JsonObject[]::new),
                        column(notices, notice -> notice.reportedAt().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new),
                        column(notices, Notice::identity, String[]::new))))
                .map(rows -> {
                    var fresh = new HashSet<String>();
                    rows.forEach(row -> fresh.add(row.getString("identity")));
                    return fresh;
                });
    }

    /** The latest first. */
    Uni<List<Notice>> page(SqlConnection connection, UUID workspaceId, PageRequest page) {
        var before = page.cursor() == null ? null : page.cursor().id();
        return connection
                .preparedQuery(PAGE)
                .execute(Tuple.of(workspaceId, before, page.rowsToRead()))
                .map(rows -> {
                    var found = new ArrayList<Notice>();
                    rows.forEach(row -> found.add(notice(row)));
                    return found;
                });
    }

    /** As worker, of all workspaces. */
    Uni<Void> forget(SqlConnection connection, Duration olderThan) {
        return connection
                .preparedQuery(FORGET)
                .execute(Tuple.of(olderThan.toSeconds()))
                .replaceWithVoid();
    }

    private static Notice notice(Row row) {
        return new Notice(
                row.getUUID("id"),
                row.getUUID("channel_id"),
                row.getString("field"),
                row.getString("reason"),
                row.getJsonObject("body"),
                row.getOffsetDateTime("reported_at").toInstant(),
                row.getString("identity"));
    }

    private static <C> C[] column(List<Notice> notices, Function<Notice, C> value, IntFunction<C[]> array) {
        return notices.stream().map(value).toArray(array);
    }
}

package io.posthorn.auth.mail;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class MailStore {
    static final int BATCH = 8;
    private static final String INSERT = """
            insert into letter (workspace_id, id, account_id, kind, sealed, created_at, due_at, expires_at)
            values ($1, $2, $3, $4, $5, $6, $6, $7)""";
    private static final String COUNT_SINCE = """
            select count(*) from letter where workspace_id = $1 and account_id = $2 and kind = $3 and created_at > $4""";
    /** The try is counted before it is made and the next one is far enough away, so a crash repeats a letter once at most. */
    private static final String CLAIM = """
            update letter set tries = tries + 1, due_at = $1 + make_interval(secs => cast($3 as double precision) * power(2, least(tries, 12)))
            where ctid = any (array(
                select ctid from letter where sealed is not null and due_at <= $1
                order by due_at limit $2 for update skip locked))
            returning workspace_id, id, sealed, tries, expires_at <= $1 as expired""";

    private static final String SENT =
            "update letter set sent_at = $3, sealed = null where workspace_id = $1 and id = $2";
    private static final String GIVEN_UP = "update letter set sealed = null where workspace_id = $1 and id = $2";
    private static final String CLEAN = """
            delete from letter
            where ctid = any (array(
                select ctid from letter where created_at < $1 and sealed is null
                order by created_at limit $2 for update skip locked))""";

    /** @param expired nobody would have any use for them now */
    record Claimed(List<DueLetter> due, List<DueLetter> expired) {}

    Uni<Void> insert(SqlConnection connection, PostedLetter letter) {
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.tuple(Arrays.asList(
                        letter.workspaceId(),
                        letter.id(),
                        letter.accountId(),
                        letter.kind(),
                        Buffer.buffer(letter.sealed()),
                        utc(letter.postedAt()),
                        utc(letter.expiresAt()))))
                .replaceWithVoid();
    }

    Uni<Long> countSince(SqlConnection connection, UUID workspaceId, UUID accountId, String kind, Instant since) {
        return connection
                .preparedQuery(COUNT_SINCE)
                .execute(Tuple.of(workspaceId, accountId, kind, utc(since)))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** As the worker. */
    Uni<Claimed> claim(SqlConnection connection, Instant now, Duration firstPause) {
        return connection
                .preparedQuery(CLAIM)
                .execute(Tuple.of(utc(now), BATCH, (double) firstPause.toMillis() / 1000))
                .map(rows -> new Claimed(
                        rows.stream()
                                .filter(row -> !row.getBoolean("expired"))
                                .map(MailStore::dueLetter)
                                .toList(),
                        rows.stream()
                                .filter(row -> row.getBoolean("expired"))
                                .map(MailStore::dueLetter)
                                .toList()));
    }

    Uni<Void> sent(SqlConnection connection, DueLetter letter, Instant now) {
        return connection
                .preparedQuery(SENT)
                .execute(Tuple.of(letter.workspaceId(), letter.id(), utc(now)))
                .replaceWithVoid();
    }

    Uni<Void> giveUp(SqlConnection connection, DueLetter letter) {
        return connection
                .preparedQuery(GIVEN_UP)
                .execute(Tuple.of(letter.workspaceId(), letter.id()))
                .replaceWithVoid();
    }

    Uni<Void> cleanBefore(SqlConnection connection, Instant moment) {
        return connection
                .preparedQuery(CLEAN)
                .execute(Tuple.of(utc(moment), BATCH))
                .replaceWithVoid();
    }

    private static DueLetter dueLetter(Row row) {
        return new DueLetter(
                row.getUUID("workspace_id"),
                row.getUUID("id"),
                row.getBuffer("sealed").getBytes(),
                row.getInteger("tries"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

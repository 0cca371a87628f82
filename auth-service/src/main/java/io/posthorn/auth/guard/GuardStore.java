package io.posthorn.auth.guard;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counted before a workspace is known, so outside of a tenant transaction, and never undone by one. The rows hold fingerprints
 * and numbers of nobody's workspace.
 */
@ApplicationScoped
class GuardStore {
    private static final String FIND = """
            select fingerprint, failures, failed_at, known_until from login_guard where fingerprint = any($1)""";
    /** In the order of the fingerprints, so that two who fail at once never wait for each other in a circle. */
    private static final String FAIL = """
            insert into login_guard as g (fingerprint, failures, failed_at)
            select f, 1, $2 from unnest($1::bytea[]) as wrong (f) order by f
            on conflict (fingerprint) do update set
                failures = case when g.failed_at < $3 then 1 else g.failures + 1 end, failed_at = $2
            returning fingerprint, failures, failed_at, known_until""";

    private static final String PASS = """
            insert into login_guard as g (fingerprint, failures, failed_at, known_until)
            select f, 0, $2, case when f = $3 then $4::timestamptz end from unnest($1::bytea[]) as right_one (f) order by f
            on conflict (fingerprint) do update set failures = 0, known_until = coalesce(excluded.known_until, g.known_until)""";

    private final Pool pool;

    GuardStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Map<ByteBuffer, Counted>> find(List<byte[]> fingerprints) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of((Object) buffers(fingerprints)))
                .map(GuardStore::counts);
    }

    /** One more wrong password under each; what was not added to since {@code forgotten} begins anew. */
    Uni<Map<ByteBuffer, Counted>> fail(List<byte[]> fingerprints, Instant now, Instant forgotten) {
        return pool.preparedQuery(FAIL)
                .execute(Tuple.of(buffers(fingerprints), utc(now), utc(forgotten)))
                .map(GuardStore::counts);
    }

    Uni<Void> pass(List<byte[]> fingerprints, byte[] known, Instant now, Instant knownUntil) {
        return pool.preparedQuery(PASS)
                .execute(Tuple.of(buffers(fingerprints), utc(now), Buffer.buffer(known), utc(knownUntil)))
                .replaceWithVoid();
    }

    private static Map<ByteBuffer, Counted> counts(Iterable<Row> rows) {
        var counts = new HashMap<ByteBuffer, Counted>();
        for (var row : rows) {
            counts.put(
                    ByteBuffer.wrap(row.getBuffer("fingerprint").getBytes()),
                    new Counted(
                            row.getInteger("failures"),
                            row.getOffsetDateTime("failed_at").toInstant(),
                            row.getOffsetDateTime("known_until") == null
                                    ? null
                                    : row.getOffsetDateTime("known_until").toInstant()));
        }
        return counts;
    }

    private static Buffer[] buffers(List<byte[]> fingerprints) {
        return fingerprints.stream().map(Buffer::buffer).toArray(Buffer[]::new);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

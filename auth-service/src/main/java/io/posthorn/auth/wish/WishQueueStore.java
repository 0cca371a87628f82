package io.posthorn.auth.wish;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

@ApplicationScoped
class WishQueueStore {
    private static final String CLAIM = """
            update recovery_wish set tries = tries + 1, due_at = $1 + interval '1 minute'
            where ctid = any (array(
                select ctid from recovery_wish where due_at <= $1
                order by due_at limit $2 for update skip locked))
            returning fingerprint, reason, sealed_email, tries""";
    private static final String DELETE = "delete from recovery_wish where fingerprint = $1 and reason = $2";

    record SealedWish(byte[] fingerprint, WishReason reason, byte[] sealedEmail, int tries) {}

    Uni<List<SealedWish>> claim(SqlConnection connection, Instant now, int most) {
        return connection
                .preparedQuery(CLAIM)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), most))
                .map(rows -> rows.stream()
                        .map(row -> new SealedWish(
                                row.getBuffer("fingerprint").getBytes(),
                                WishReason.of(row.getString("reason")),
                                row.getBuffer("sealed_email").getBytes(),
                                row.getInteger("tries")))
                        .toList());
    }

    Uni<Void> delete(SqlConnection connection, RecoveryWish wish) {
        return connection
                .preparedQuery(DELETE)
                .execute(Tuple.of(
                        Buffer.buffer(wish.fingerprint()), wish.reason().word()))
                .replaceWithVoid();
    }
}

package io.posthorn.auth.wish;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;

/** Made before a workspace is known, so outside of a tenant transaction: a function writes it, and requests read nothing. */
@ApplicationScoped
class WishStore {
    private static final String WISH = "select wish_for_recovery($1, $2, $3, $4)";

    private final Pool pool;

    WishStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> insert(byte[] fingerprint, WishReason reason, byte[] sealedEmail, Instant now) {
        return pool.preparedQuery(WISH)
                .execute(Tuple.of(
                        Buffer.buffer(fingerprint),
                        reason.word(),
                        Buffer.buffer(sealedEmail),
                        now.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }
}

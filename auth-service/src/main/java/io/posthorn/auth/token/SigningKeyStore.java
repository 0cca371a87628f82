package io.posthorn.auth.token;

import io.posthorn.kit.crypto.Envelope;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

/** The installation's keys. The first start makes one, and an advisory lock keeps it at one when several start at once. */
@ApplicationScoped
class SigningKeyStore {
    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended('auth.signing_key', 0)) is null as locked";
    private static final String PUBLISHED = """
            select key_id, sealed_jwk, created_at, retired_at from signing_key
            where retired_at is null or retired_at > $1 order by created_at, key_id""";
    private static final String INSERT =
            "insert into signing_key (key_id, public_jwk, sealed_jwk, created_at) values ($1, $2, $3, $4)";

    private static final String RETIRE =
            "update signing_key set retired_at = $2 where retired_at is null and created_at < $1";

    private final Envelope envelope;

    SigningKeyStore(Envelope envelope) {
        this.envelope = envelope;
    }

    /** All keys whose tokens may still live; makes the first one. */
    Uni<List<SigningKey>> loadOrMake(SqlConnection connection, Instant now, Duration tokenLifetime) {
        var stillPublished = now.minus(tokenLifetime).minusSeconds(60);
        return load(connection, stillPublished)
                .chain(keys -> keys.stream().anyMatch(SigningKey::signs)
                        ? Uni.createFrom().item(keys)
                        : connection
                                .query(LOCK)
                                .execute()
                                .chain(locked -> load(connection, stillPublished))
                                .chain(current -> makeIfNone(connection, current, now))
                                .chain(made -> load(connection, stillPublished)));
    }

    /** Makes the next key, unless one that was made after {@code due} waits to sign already. */
    Uni<SigningKey> makeNext(SqlConnection connection, Instant due, Instant now) {
        return connection
                .query(LOCK)
                .execute()
                .chain(locked -> load(connection, now))
                .map(keys -> keys.stream()
                        .filter(key -> key.signs() && key.createdAt().isAfter(due))
                        .max(Comparator.comparing(SigningKey::createdAt)))
                .chain(pending -> pending.isPresent()
                        ? Uni.createFrom().item(pending.get())
                        : insertNew(connection, SigningKey.generate(now)));
    }

    private Uni<SigningKey> insertNew(SqlConnection connection, SigningKey key) {
        return insert(connection, key).replaceWith(key);
    }

    /** Those that are older than the one that signs. */
    Uni<Void> retireBefore(SqlConnection connection, Instant signing, Instant now) {
        return connection
                .preparedQuery(RETIRE)
                .execute(Tuple.of(signing.atOffset(ZoneOffset.UTC), now.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private Uni<Void> makeIfNone(SqlConnection connection, List<SigningKey> current, Instant now) {
        if (current.stream().anyMatch(SigningKey::signs)) {
            return Uni.createFrom().voidItem();
        }
        return insert(connection, SigningKey.generate(now));
    }

    Uni<Void> insert(SqlConnection connection, SigningKey key) {
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.of(
                        key.id(),
                        new JsonObject(key.publicJwk()),
                        Buffer.buffer(envelope.seal(key.privateJwk(), owner(key.id()))),
                        key.createdAt().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private Uni<List<SigningKey>> load(SqlConnection connection, Instant stillPublished) {
        return connection
                .preparedQuery(PUBLISHED)
                .execute(Tuple.of(stillPublished.atOffset(ZoneOffset.UTC)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(this::read)
                        .toList());
    }

    private SigningKey read(Row row) {
        var sealed = row.getBuffer("sealed_jwk").getBytes();
        var retiredAt = row.getOffsetDateTime("retired_at");
        return SigningKey.read(
                envelope.open(sealed, owner(row.getString("key_id"))),
                row.getOffsetDateTime("created_at").toInstant(),
                retiredAt == null ? null : retiredAt.toInstant());
    }

    private static String owner(String keyId) {
        return "signing-key/" + keyId;
    }
}

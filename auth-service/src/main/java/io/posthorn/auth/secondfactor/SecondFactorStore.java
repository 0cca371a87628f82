package io.posthorn.auth.secondfactor;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** In a tenant transaction of a workspace that the account is a member of. */
@ApplicationScoped
class SecondFactorStore {
    private static final String FIND = "select sealed_secret, confirmed_at, last_step from totp where account_id = $1";
    private static final String LOCK = FIND + " for update";
    private static final String PREPARE = """
            insert into totp (account_id, sealed_secret, created_at) values ($1, $2, $3)
            on conflict (account_id) do update set sealed_secret = $2, created_at = $3, last_step = 0
            where totp.confirmed_at is null""";
    private static final String CONFIRM =
            "update totp set confirmed_at = $2, last_step = $3 where account_id = $1 and confirmed_at is null";
    private static final String USED = "update totp set last_step = $2 where account_id = $1";
    private static final String DELETE = "delete from totp where account_id = $1";
    private static final String DELETE_CODES = "delete from recovery_code where account_id = $1";
    private static final String INSERT_CODES =
            "insert into recovery_code (account_id, code_hash) select $1, h from unnest($2::bytea[]) as codes (h)";
    private static final String USE_CODE =
            "delete from recovery_code where account_id = $1 and code_hash = any($2::bytea[])";
    private static final String COUNT_CODES = "select count(*) from recovery_code where account_id = $1";

    /** Null when the account has none. */
    Uni<Totp> find(SqlConnection connection, UUID accountId) {
        return find(connection, FIND, accountId);
    }

    /** The same, and nobody else uses a code of it until the transaction ends. */
    Uni<Totp> lock(SqlConnection connection, UUID accountId) {
        return find(connection, LOCK, accountId);
    }

    /** False when one is in force. */
    Uni<Boolean> prepare(SqlConnection connection, UUID accountId, byte[] sealedSecret, Instant now) {
        return connection
                .preparedQuery(PREPARE)
                .execute(Tuple.of(accountId, Buffer.buffer(sealedSecret), utc(now)))
                .map(rows -> rows.rowCount() == 1);
    }

    Uni<Void> confirm(SqlConnection connection, UUID accountId, long step, Instant now) {
        return connection
                .preparedQuery(CONFIRM)
                .execute(Tuple.of(accountId, utc(now), step))
                .replaceWithVoid();
    }

    Uni<Void> used(SqlConnection connection, UUID accountId, long step) {
        return connection.preparedQuery(USED).execute(Tuple.of(accountId, step)).replaceWithVoid();
    }

    Uni<Void> delete(SqlConnection connection, UUID accountId) {
        return connection
                .preparedQuery(DELETE)
                .execute(Tuple.of(accountId))
                .chain(deleted -> connection.preparedQuery(DELETE_CODES).execute(Tuple.of(accountId)))
                .replaceWithVoid();
    }

    Uni<Void> replaceCodes(SqlConnection connection, UUID accountId, List<byte[]> hashes) {
        return connection
                .preparedQuery(DELETE_CODES)
                .execute(Tuple.of(accountId))
                .chain(deleted -> connection.preparedQuery(INSERT_CODES).execute(Tuple.of(accountId, buffers(hashes))))
                .replaceWithVoid();
    }

    /** True for one that was good until now. */
    Uni<Boolean> useCode(SqlConnection connection, UUID accountId, List<byte[]> hashes) {
        return connection
                .preparedQuery(USE_CODE)
                .execute(Tuple.of(accountId, buffers(hashes)))
                .map(rows -> rows.rowCount() == 1);
    }

    Uni<Long> countCodes(SqlConnection connection, UUID accountId) {
        return connection
                .preparedQuery(COUNT_CODES)
                .execute(Tuple.of(accountId))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    private static Uni<Totp> find(SqlConnection connection, String statement, UUID accountId) {
        return connection.preparedQuery(statement).execute(Tuple.of(accountId)).map(rows -> {
            if (rows.size() == 0) {
                return null;
            }
            var row = rows.iterator().next();
            var confirmed = row.getOffsetDateTime("confirmed_at");
            return new Totp(
                    row.getBuffer("sealed_secret").getBytes(),
                    confirmed == null ? null : confirmed.toInstant(),
                    row.getLong("last_step"));
        });
    }

    private static Buffer[] buffers(List<byte[]> hashes) {
        return hashes.stream().map(Buffer::buffer).toArray(Buffer[]::new);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

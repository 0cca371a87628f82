package io.posthorn.auth.proof;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

@ApplicationScoped
class ProofStore {
    static final int BATCH = 1000;
    private static final String INSERT = """
            insert into mailed_proof (workspace_id, token_hash, purpose, account_id, created_at, expires_at)
            values ($1, $2, $3, $4, $5, $6)""";
    private static final String VOID_OTHERS = """
            update mailed_proof set used_at = $4
            where workspace_id = $1 and account_id = $2 and purpose = $3 and used_at is null""";
    private static final String REDEEM = """
            update mailed_proof set used_at = $4
            where workspace_id = $1 and token_hash = $2 and purpose = $3 and used_at is null and expires_at > $4
            returning account_id""";
    private static final String HOLDER = """
            select account_id from mailed_proof
            where workspace_id = $1 and token_hash = $2 and purpose = $3 and used_at is null and expires_at > $4""";
    private static final String CLEAN = """
            delete from mailed_proof
            where ctid = any (array(
                select ctid from mailed_proof where expires_at < $1
                order by expires_at limit $2 for update skip locked))""";

    Uni<Void> insert(SqlConnection connection, ProofToken token, ProofPurpose purpose, UUID accountId, Instant now) {
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.of(
                        token.workspaceId(),
                        Buffer.buffer(token.hash()),
                        purpose.word(),
                        accountId,
                        utc(now),
                        utc(now.plus(purpose.lifetime()))))
                .replaceWithVoid();
    }

    Uni<Void> voidOthers(
            SqlConnection connection, UUID workspaceId, UUID accountId, ProofPurpose purpose, Instant now) {
        return connection
                .preparedQuery(VOID_OTHERS)
                .execute(Tuple.of(workspaceId, accountId, purpose.word(), utc(now)))
                .replaceWithVoid();
    }

    /** Whose it was; null for one that is unknown, used or too old. */
    Uni<UUID> redeem(SqlConnection connection, ProofToken token, ProofPurpose purpose, Instant now) {
        return connection
                .preparedQuery(REDEEM)
                .execute(Tuple.of(token.workspaceId(), Buffer.buffer(token.hash()), purpose.word(), utc(now)))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getUUID("account_id"));
    }

    /** The same without using it up. */
    Uni<UUID> holder(SqlConnection connection, ProofToken token, ProofPurpose purpose, Instant now) {
        return connection
                .preparedQuery(HOLDER)
                .execute(Tuple.of(token.workspaceId(), Buffer.buffer(token.hash()), purpose.word(), utc(now)))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getUUID("account_id"));
    }

    /** As the worker. Says how many there were. */
    Uni<Integer> deleteExpiredBefore(SqlConnection connection, Instant moment) {
        return connection
                .preparedQuery(CLEAN)
                .execute(Tuple.of(utc(moment), BATCH))
                .map(rows -> rows.rowCount());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

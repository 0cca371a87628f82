package io.posthorn.kit.idempotency;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;

/** The rows behind idempotency keys; parameters are texts so that both forms of a transaction can run them. */
@ApplicationScoped
class IdempotencyStore {
    private static final String LOCK = """
            select cast(pg_try_advisory_xact_lock(hashtextextended(
                cast($1 as text) || '|' || cast($2 as text) || '|' || cast($3 as text), 0)) as text) as locked, '' as rest""";
    private static final String FIND = """
            select encode(fingerprint, 'hex') as fingerprint, cast(answer as text) as answer from idempotency
            where workspace_id = cast($1 as uuid) and principal = cast($2 as text) and key = cast($3 as text)
              and created_at > now() - interval '24 hours'""";
    private static final String INSERT = """
            insert into idempotency (workspace_id, principal, key, fingerprint, answer)
            values (cast($1 as uuid), cast($2 as text), cast($3 as text), decode(cast($4 as text), 'hex'), cast(cast($5 as text) as jsonb))
            on conflict (workspace_id, principal, key) do update
            set fingerprint = excluded.fingerprint, answer = excluded.answer, created_at = now()
            where idempotency.created_at <= now() - interval '24 hours'""";

    Uni<Boolean> lock(Statements statements, IdempotencyEntry entry) {
        return statements
                .first(LOCK, 2, entry.workspaceId().toString(), entry.principal(), entry.key())
                .map(row -> Boolean.valueOf(row.getFirst()));
    }

    /** Null when the key is new. */
    Uni<StoredAnswer> find(Statements statements, IdempotencyEntry entry) {
        return statements
                .first(FIND, 2, entry.workspaceId().toString(), entry.principal(), entry.key())
                .map(row -> row == null ? null : new StoredAnswer(HexFormat.of().parseHex(row.get(0)), row.get(1)));
    }

    Uni<Void> insert(Statements statements, IdempotencyEntry entry, String answer) {
        return statements.execute(
                INSERT,
                entry.workspaceId().toString(),
                entry.principal(),
                entry.key(),
                HexFormat.of().formatHex(entry.fingerprint()),
                answer);
    }
}

package io.posthorn.template.builder.openai;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;

@ApplicationScoped
class UsageStore {
    Uni<Long> used(SqlConnection connection, UUID workspaceId, LocalDate day) {
        return connection
                .preparedQuery(
                        "select coalesce(sum(tokens), 0)::bigint from builder_usage where workspace_id = $1 and day = $2")
                .execute(Tuple.of(workspaceId, day))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    Uni<Void> add(SqlConnection connection, UUID workspaceId, LocalDate day, long tokens) {
        return connection
                .preparedQuery("""
                        insert into builder_usage (workspace_id, day, tokens, calls) values ($1, $2, $3, 1)
                        on conflict (workspace_id, day)
                        do update set tokens = builder_usage.tokens + excluded.tokens, calls = builder_usage.calls + 1""")
                .execute(Tuple.of(workspaceId, day, tokens))
                .replaceWithVoid();
    }
}

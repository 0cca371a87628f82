package io.posthorn.messaging.policy;

import io.posthorn.messaging.pacing.UnknownRule;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What a workspace wants; a workspace that has not chosen has no row. */
@ApplicationScoped
public class SendingPolicyStore {
    private static final String POLICY = "select unknown from sending_policy where workspace_id = $1";
    private static final String CHOOSE = """
            insert into sending_policy (workspace_id, unknown) values ($1, $2)
            on conflict (workspace_id) do update set unknown = excluded.unknown, updated_at = now()""";

    public Uni<UnknownRule> unknownRule(SqlConnection connection, UUID workspaceId) {
        return connection
                .preparedQuery(POLICY)
                .execute(Tuple.of(workspaceId))
                .map(rows -> rows.size() == 0
                        ? UnknownRule.HOLD
                        : UnknownRule.ofWord(rows.iterator().next().getString("unknown")));
    }

    Uni<Void> choose(SqlConnection connection, UUID workspaceId, UnknownRule rule) {
        return connection
                .preparedQuery(CHOOSE)
                .execute(Tuple.of(workspaceId, rule.word()))
                .replaceWithVoid();
    }
}

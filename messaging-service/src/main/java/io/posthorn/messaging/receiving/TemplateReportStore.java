package io.posthorn.messaging.receiving;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Which reports about templates were told on already. Meta repeats a delivery for at most a week. */
@ApplicationScoped
class TemplateReportStore {
    private static final String FORGET = """
            delete from template_report where workspace_id = $1 and noted_at < now() - interval '30 days'""";
    private static final String NOTE = """
            insert into template_report (workspace_id, identity)
            select $1, identity from unnest($2::text[]) as u (identity) order by identity
            on conflict do nothing
            returning identity""";

    /** The identities that are new. */
    Uni<Set<String>> note(SqlConnection connection, UUID workspaceId, List<String> identities) {
        return connection
                .preparedQuery(FORGET)
                .execute(Tuple.of(workspaceId))
                .chain(() -> connection
                        .preparedQuery(NOTE)
                        .execute(Tuple.of(workspaceId, identities.toArray(String[]::new))))
                .map(rows -> {
                    var fresh = new HashSet<String>();
                    rows.forEach(row -> fresh.add(row.getString("identity")));
                    return fresh;
                });
    }
}

package io.posthorn.messaging.numbering;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The region that a workspace has chosen. */
@ApplicationScoped
class DefaultRegionStore {
    Uni<Optional<String>> find(SqlConnection connection, UUID workspaceId) {
        return connection
                .preparedQuery("select region from default_region where workspace_id = $1")
                .execute(Tuple.of(workspaceId))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next().getString("region")));
    }

    Uni<Void> choose(SqlConnection connection, UUID workspaceId, String region) {
        return region == null
                ? connection
                        .preparedQuery("delete from default_region where workspace_id = $1")
                        .execute(Tuple.of(workspaceId))
                        .replaceWithVoid()
                : connection
                        .preparedQuery("""
                                insert into default_region (workspace_id, region) values ($1, $2)
                                on conflict (workspace_id) do update set region = excluded.region, updated_at = now()""")
                        .execute(Tuple.of(workspaceId, region))
                        .replaceWithVoid();
    }
}

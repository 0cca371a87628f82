package io.posthorn.template.version;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;

/** Who found which version good, and whether a workspace asks for that. */
@ApplicationScoped
public class ApprovalStore {
    /** Approving again changes nothing. */
    Uni<Void> approve(
            SqlConnection connection,
            UUID workspaceId,
            UUID templateId,
            int version,
            UUID by,
            String note,
            Instant when) {
        return connection
                .preparedQuery("""
                        insert into template_approval
                            (workspace_id, template_id, version, by_meta, approved_by, note, approved_at)
                        values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing""")
                .execute(tuple(workspaceId, templateId, version, by == null, by, note, when.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    public Uni<Void> approvedByMeta(
            SqlConnection connection, UUID workspaceId, UUID templateId, int version, Instant when) {
        return approve(connection, workspaceId, templateId, version, null, null, when);
    }

    /** Whether the version may go to Meta. */
    public Uni<Boolean> mayGo(SqlConnection connection, UUID workspaceId, UUID templateId, int version) {
        return connection
                .preparedQuery("""
                        select not coalesce((select required from approval_policy where workspace_id = $1), false)
                            or exists (select 1 from template_approval
                                where workspace_id = $1 and template_id = $2 and version = $3 and not by_meta) as may_go""")
                .execute(tuple(workspaceId, templateId, version))
                .map(rows -> rows.iterator().next().getBoolean("may_go"));
    }

    /** Null when nobody has approved an older one. */
    Uni<Integer> lastApprovedBefore(SqlConnection connection, UUID workspaceId, UUID templateId, int version) {
        return connection
                .preparedQuery("""
                        select max(version) as version from template_approval
                        where workspace_id = $1 and template_id = $2 and version < $3""")
                .execute(tuple(workspaceId, templateId, version))
                .map(rows -> rows.iterator().next().getInteger("version"));
    }

    Uni<Boolean> isRequired(SqlConnection connection, UUID workspaceId) {
        return connection
                .preparedQuery("select required from approval_policy where workspace_id = $1")
                .execute(tuple(workspaceId))
                .map(rows -> rows.size() > 0 && rows.iterator().next().getBoolean("required"));
    }

    Uni<Void> require(SqlConnection connection, UUID workspaceId, boolean required, UUID by, Instant when) {
        return connection
                .preparedQuery("""
                        insert into approval_policy (workspace_id, required, changed_by, changed_at) values ($1, $2, $3, $4)
                        on conflict (workspace_id) do update
                            set required = excluded.required, changed_by = excluded.changed_by, changed_at = excluded.changed_at""")
                .execute(tuple(workspaceId, required, by, when.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private static Tuple tuple(Object... values) {
        return Tuple.tuple(Arrays.asList(values));
    }
}

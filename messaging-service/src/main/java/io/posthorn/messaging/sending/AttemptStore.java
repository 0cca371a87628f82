package io.posthorn.messaging.sending;

import io.posthorn.messaging.message.ProviderId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What became of calls to Meta. Settling an attempt ends its task. */
@ApplicationScoped
public class AttemptStore {
    private static final String ACCEPTED = """
            with settled as (
                update attempt a set outcome = 'accepted', wamid = u.wamid, finished_at = coalesce(a.finished_at, clock_timestamp())
                from unnest($2::uuid[], $3::text[]) as u (id, wamid)
                where a.workspace_id = $1 and a.id = u.id and a.outcome <> 'accepted')
            delete from send_task where workspace_id = $1 and attempt_id = any ($2)""";
    private static final String FINISHED = """
            update attempt set outcome = $3, error_code = $4, error_detail = $5, finished_at = clock_timestamp()
            where workspace_id = $1 and id = any ($2) and outcome in ('calling', 'no_answer')""";
    private static final String END_TASKS = "delete from send_task where workspace_id = $1 and attempt_id = any ($2)";
    private static final String FIND = """
            select a.id, a.message_id from attempt a join message m on m.workspace_id = $1 and m.id = a.message_id
            where a.workspace_id = $1 and a.id = any ($2) and m.channel_id = any ($3)""";

    /** Meta has accepted: by its answer, or by a status that proves it. */
    public Uni<Void> accepted(SqlConnection connection, UUID workspaceId, List<ProviderId> ids) {
        return connection
                .preparedQuery(ACCEPTED)
                .execute(Tuple.of(
                        workspaceId,
                        ids.stream().map(ProviderId::attemptId).toArray(UUID[]::new),
                        ids.stream().map(ProviderId::wamid).toArray(String[]::new)))
                .replaceWithVoid();
    }

    /** The messages of attempts that went out through one of these channels. */
    public Uni<List<ProviderId>> find(
            SqlConnection connection, UUID workspaceId, List<UUID> attemptIds, List<UUID> channelIds) {
        return connection
                .preparedQuery(FIND)
                .execute(Tuple.of(workspaceId, attemptIds.toArray(UUID[]::new), channelIds.toArray(UUID[]::new)))
                .map(rows -> {
                    var found = new ArrayList<ProviderId>();
                    rows.forEach(
                            row -> found.add(new ProviderId(null, null, row.getUUID("message_id"), row.getUUID("id"))));
                    return found;
                });
    }

    /** An outcome that leaves the task as it is. */
    Uni<Void> finished(
            SqlConnection connection, UUID workspaceId, List<UUID> ids, String outcome, Long code, String detail) {
        return connection
                .preparedQuery(FINISHED)
                .execute(Tuple.of(workspaceId, ids.toArray(UUID[]::new), outcome, code, detail))
                .replaceWithVoid();
    }

    Uni<Void> endTasks(SqlConnection connection, UUID workspaceId, List<UUID> ids) {
        return connection
                .preparedQuery(END_TASKS)
                .execute(Tuple.of(workspaceId, ids.toArray(UUID[]::new)))
                .replaceWithVoid();
    }
}

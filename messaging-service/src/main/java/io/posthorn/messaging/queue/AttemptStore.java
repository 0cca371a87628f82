package io.posthorn.messaging.queue;

import io.posthorn.messaging.message.ProviderId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What became of calls to Meta. Settling an attempt ends its task. */
@ApplicationScoped
public class AttemptStore {
    /** How an attempt ended that Meta did not accept, as far as we know. */
    public record Finish(UUID attemptId, String outcome, Long code, String detail) {}

    /** Why nobody knows of a call that a restore put in place of a message that waited (migration V0078). */
    public static final String RESTORED = "restored_from_backup";

    private static final String ACCEPTED = """
            with settled as (
                update attempt a set outcome = 'accepted', wamid = u.wamid, unknown_at = null,
                    finished_at = coalesce(a.finished_at, clock_timestamp())
                from unnest($2::uuid[], $3::text[]) as u (id, wamid)
                where a.workspace_id = $1 and a.id = any ($2) and a.id = u.id and a.outcome <> 'accepted')
            delete from send_task t using unnest($2::uuid[], $4::uuid[]) as u (attempt_id, message_id)
            where t.workspace_id = $1 and t.message_id = any ($4) and t.message_id = u.message_id
              and t.attempt_id = u.attempt_id""";
    private static final String FINISHED = """
            update attempt a set outcome = u.outcome, error_code = u.code, error_detail = u.detail, finished_at = clock_timestamp(),
                unknown_at = case u.outcome when 'unknown' then clock_timestamp() end
            from unnest($2::uuid[], $3::text[], $4::bigint[], $5::text[]) as u (id, outcome, code, detail)
            where a.workspace_id = $1 and a.id = any ($2) and a.id = u.id and a.outcome in ('calling', 'no_answer')""";
    private static final String END_TASKS = """
            delete from send_task t using unnest($2::uuid[], $3::uuid[]) as u (attempt_id, message_id)
            where t.workspace_id = $1 and t.message_id = any ($3) and t.message_id = u.message_id
              and t.attempt_id = u.attempt_id""";
    private static final String REQUEUE = """
            update send_task t set state = 'queued' from unnest($2::uuid[], $3::uuid[]) as u (attempt_id, message_id)
            where t.workspace_id = $1 and t.message_id = any ($3) and t.message_id = u.message_id
              and t.attempt_id = u.attempt_id and t.state = 'calling'""";
    private static final String WITH_DETAIL =
            "select id from attempt where workspace_id = $1 and id = any ($2) and error_detail = $3";
    private static final String FIND = """
            select id, message_id from attempt
            where workspace_id = $1 and id = any ($2) and channel_id = any ($3)""";

    /** Meta has accepted: by its answer, or by a status that proves it. */
    public Uni<Void> accepted(SqlConnection connection, UUID workspaceId, List<ProviderId> ids) {
        return connection
                .preparedQuery(ACCEPTED)
                .execute(Tuple.of(
                        workspaceId,
                        ids.stream().map(ProviderId::attemptId).toArray(UUID[]::new),
                        ids.stream().map(ProviderId::wamid).toArray(String[]::new),
                        ids.stream().map(ProviderId::messageId).toArray(UUID[]::new)))
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

    /** Outcomes that leave the tasks as they are. */
    public Uni<Void> finished(SqlConnection connection, UUID workspaceId, List<Finish> finishes) {
        return connection
                .preparedQuery(FINISHED)
                .execute(Tuple.of(
                        workspaceId,
                        finishes.stream().map(Finish::attemptId).toArray(UUID[]::new),
                        finishes.stream().map(Finish::outcome).toArray(String[]::new),
                        finishes.stream().map(Finish::code).toArray(Long[]::new),
                        finishes.stream().map(Finish::detail).toArray(String[]::new)))
                .replaceWithVoid();
    }

    /** Those of them that nobody made, as far as we know: a backup was restored while they waited. */
    public Uni<Set<UUID>> restored(SqlConnection connection, UUID workspaceId, List<MarkedAttempt> attempts) {
        return connection
                .preparedQuery(WITH_DETAIL)
                .execute(Tuple.of(
                        workspaceId, attempts.stream().map(MarkedAttempt::id).toArray(UUID[]::new), RESTORED))
                .map(rows -> {
                    var ids = new HashSet<UUID>();
                    rows.forEach(row -> ids.add(row.getUUID("id")));
                    return ids;
                });
    }

    public Uni<Void> endTasks(SqlConnection connection, UUID workspaceId, List<MarkedAttempt> attempts) {
        return change(connection, END_TASKS, workspaceId, attempts);
    }

    /** They go out once more, whatever became of these attempts. */
    public Uni<Void> requeue(SqlConnection connection, UUID workspaceId, List<MarkedAttempt> attempts) {
        return change(connection, REQUEUE, workspaceId, attempts);
    }

    private static Uni<Void> change(
            SqlConnection connection, String sql, UUID workspaceId, List<MarkedAttempt> attempts) {
        return attempts.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(sql)
                        .execute(Tuple.of(
                                workspaceId,
                                attempts.stream().map(MarkedAttempt::id).toArray(UUID[]::new),
                                attempts.stream().map(MarkedAttempt::messageId).toArray(UUID[]::new)))
                        .replaceWithVoid();
    }
}

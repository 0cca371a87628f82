package io.posthorn.messaging.sending;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.posthorn.messaging.channel.Channel;
import io.posthorn.messaging.pacing.PacingLimits;
import io.posthorn.messaging.pacing.UnknownRule;
import io.posthorn.messaging.policy.SendingPolicyStore;
import io.posthorn.messaging.queue.AttemptStore;
import io.posthorn.messaging.queue.MarkedAttempt;
import io.posthorn.messaging.queue.SendTaskStore;
import io.posthorn.messaging.status.StatusReport;
import io.posthorn.messaging.status.StatusService;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Calls of which nobody can know any more what became of them: the message says so, and the workspace decides. */
@ApplicationScoped
class OverdueCalls {
    private static final String NOBODY_KNOWS = "no_answer_from_meta";
    private static final String SENT_AGAIN = "_sent_again";

    private final AttemptStore attempts;
    private final SendTaskStore tasks;
    private final SendingPolicyStore policies;
    private final StatusService statuses;
    private final PacingLimits pacing;
    private final SendingConfig config;
    private final Clock clock;
    private final Counter unknown;

    OverdueCalls(
            AttemptStore attempts,
            SendTaskStore tasks,
            SendingPolicyStore policies,
            StatusService statuses,
            SendingConfig config,
            Clock clock,
            MeterRegistry meters) {
        this.attempts = attempts;
        this.tasks = tasks;
        this.policies = policies;
        this.statuses = statuses;
        this.pacing = config.limits();
        this.config = config;
        this.clock = clock;
        this.unknown = Counter.builder("posthorn.sending.unknown")
                .description("Calls of which nobody knows what became of them")
                .register(meters);
    }

    /** As part of a lane's step. */
    Uni<Void> settle(SqlConnection connection, Channel channel) {
        return tasks.overdue(connection, channel.id(), config.unknownAfter())
                .chain(overdue -> overdue.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : policies.unknownRule(connection, channel.workspaceId())
                                .chain(rule -> unknown(connection, channel, overdue, rule))
                                .invoke(() -> unknown.increment(overdue.size())));
    }

    private Uni<Void> unknown(
            SqlConnection connection, Channel channel, List<MarkedAttempt> overdue, UnknownRule rule) {
        var workspace = channel.workspaceId();
        var byFate =
                overdue.stream().collect(Collectors.partitioningBy(attempt -> rule.resends(attempt.number(), pacing)));
        return attempts.restored(connection, workspace, overdue)
                .call(restored -> attempts.finished(
                        connection,
                        workspace,
                        overdue.stream()
                                .map(attempt -> new AttemptStore.Finish(
                                        attempt.id(), "unknown", null, reason(attempt, restored)))
                                .toList()))
                .call(() -> attempts.endTasks(connection, workspace, byFate.get(false)))
                .call(() -> attempts.requeue(connection, workspace, byFate.get(true)))
                .chain(restored -> statuses.report(
                        connection,
                        workspace,
                        overdue.stream()
                                .map(attempt -> report(
                                        attempt,
                                        reason(attempt, restored)
                                                + (byFate.get(true).contains(attempt) ? SENT_AGAIN : "")))
                                .toList()));
    }

    private static String reason(MarkedAttempt attempt, Set<UUID> restored) {
        return restored.contains(attempt.id()) ? AttemptStore.RESTORED : NOBODY_KNOWS;
    }

    private StatusReport report(MarkedAttempt attempt, String reason) {
        return StatusReport.ours(attempt.messageId(), attempt.id(), "unknown", clock.instant(), null, reason);
    }
}

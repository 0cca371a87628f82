package io.posthorn.messaging.sending;

import io.posthorn.cloudapi.client.SendResult;
import io.posthorn.cloudapi.error.CloudApiException;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.posthorn.messaging.message.MessageStore;
import io.posthorn.messaging.message.ProviderId;
import io.posthorn.messaging.message.StatusReport;
import io.posthorn.messaging.message.StatusService;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Records what calls came to. The epoch plays no part here: a result is a fact, even when its lane has a new owner
 * meanwhile.
 */
@ApplicationScoped
class CallResults {
    private static final String NOBODY_KNOWS = "no_answer_from_meta";

    private final WorkerTransaction worker;
    private final AttemptStore attempts;
    private final SendTaskStore tasks;
    private final MessageStore messages;
    private final StatusService statuses;
    private final SendingConfig config;
    private final Clock clock;

    CallResults(
            WorkerTransaction worker,
            AttemptStore attempts,
            SendTaskStore tasks,
            MessageStore messages,
            StatusService statuses,
            SendingConfig config,
            Clock clock) {
        this.worker = worker;
        this.attempts = attempts;
        this.tasks = tasks;
        this.messages = messages;
        this.statuses = statuses;
        this.config = config;
        this.clock = clock;
    }

    Uni<Void> accepted(Call call, SendResult result) {
        var message = call.message();
        var id = new ProviderId(message.channelId(), result.wamid(), message.id(), call.attemptId());
        var report = StatusReport.ours(message.id(), call.attemptId(), "accepted", clock.instant(), null, null);
        return inWorkspace(call, connection -> attempts.accepted(connection, message.workspaceId(), List.of(id))
                .chain(() -> messages.register(connection, message.workspaceId(), List.of(id)))
                .chain(() -> messages.setWamids(connection, message.workspaceId(), List.of(id)))
                .chain(() -> statuses.report(connection, message.workspaceId(), List.of(report))));
    }

    Uni<Void> failed(Call call, CloudApiException failure) {
        if (failure.kind() == CloudApiException.Kind.NO_ANSWER) {
            return noAnswer(call, failure);
        }
        return failure.mayBeRepeated() && call.number() < config.maxAttempts()
                ? repeat(call, failure)
                : giveUp(call, failure);
    }

    /** As part of a lane's step: messages whose calls stayed without result. */
    Uni<Void> settleOverdue(SqlConnection connection, UUID workspaceId, UUID channelId) {
        return tasks.overdue(connection, channelId, config.unknownAfter())
                .chain(overdue ->
                        overdue.isEmpty() ? Uni.createFrom().voidItem() : unknown(connection, workspaceId, overdue));
    }

    private Uni<Void> unknown(SqlConnection connection, UUID workspaceId, List<MarkedAttempt> overdue) {
        var ids = overdue.stream().map(MarkedAttempt::id).toList();
        var reports = overdue.stream()
                .map(attempt -> StatusReport.ours(
                        attempt.messageId(), attempt.id(), "unknown", clock.instant(), null, NOBODY_KNOWS))
                .toList();
        return attempts.finished(connection, workspaceId, ids, "unknown", null, NOBODY_KNOWS)
                .chain(() -> attempts.endTasks(connection, workspaceId, ids))
                .chain(() -> statuses.report(connection, workspaceId, reports));
    }

    /** The task stays marked calling: a status webhook may still prove that Meta accepted. */
    private Uni<Void> noAnswer(Call call, CloudApiException failure) {
        return inWorkspace(call, connection -> finish(connection, call, "no_answer", failure));
    }

    private Uni<Void> repeat(Call call, CloudApiException failure) {
        var workspace = call.message().workspaceId();
        return inWorkspace(call, connection -> finish(connection, call, outcome(failure), failure)
                .chain(() -> tasks.retry(connection, workspace, call.attemptId(), backoff(call.number()))));
    }

    private Uni<Void> giveUp(Call call, CloudApiException failure) {
        var message = call.message();
        var title = failure.error().map(error -> error.explanation()).orElse(outcome(failure));
        var report = StatusReport.ours(message.id(), call.attemptId(), "failed", clock.instant(), code(failure), title);
        return inWorkspace(call, connection -> finish(connection, call, outcome(failure), failure)
                .chain(() -> attempts.endTasks(connection, message.workspaceId(), List.of(call.attemptId())))
                .chain(() -> statuses.report(connection, message.workspaceId(), List.of(report))));
    }

    private Uni<Void> finish(SqlConnection connection, Call call, String outcome, CloudApiException failure) {
        return attempts.finished(
                connection,
                call.message().workspaceId(),
                List.of(call.attemptId()),
                outcome,
                code(failure),
                failure.getMessage());
    }

    /** Doubles with each attempt, with jitter, so that many do not come back at once. */
    private Duration backoff(int number) {
        var doubled = config.firstRetryAfter().multipliedBy(1L << Math.min(number - 1, 20));
        var capped = doubled.compareTo(config.lastRetryAfter()) > 0 ? config.lastRetryAfter() : doubled;
        return Duration.ofMillis(
                (long) (capped.toMillis() * ThreadLocalRandom.current().nextDouble(0.5, 1.0)));
    }

    private Uni<Void> inWorkspace(Call call, java.util.function.Function<SqlConnection, Uni<Void>> work) {
        return worker.connection(call.message().workspaceId(), work);
    }

    private static String outcome(CloudApiException failure) {
        return switch (failure.kind()) {
            case REFUSED -> "refused";
            case UNREACHABLE -> "unreachable";
            case NO_ANSWER -> "no_answer";
        };
    }

    private static Long code(CloudApiException failure) {
        return failure.error().map(error -> (long) error.code()).orElse(null);
    }
}

package io.posthorn.messaging.sending;

import io.posthorn.cloudapi.error.CloudApiException;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.posthorn.messaging.channel.Channel;
import io.posthorn.messaging.channel.ChannelChanges;
import io.posthorn.messaging.channel.ChannelReason;
import io.posthorn.messaging.channel.ChannelStatus;
import io.posthorn.messaging.limits.LimitStore;
import io.posthorn.messaging.message.MessageStore;
import io.posthorn.messaging.message.ProviderId;
import io.posthorn.messaging.pacing.Next;
import io.posthorn.messaging.pacing.PortfolioReach;
import io.posthorn.messaging.queue.AttemptStore;
import io.posthorn.messaging.queue.Delay;
import io.posthorn.messaging.queue.MarkedAttempt;
import io.posthorn.messaging.queue.SendTaskStore;
import io.posthorn.messaging.session.LastSeen;
import io.posthorn.messaging.status.StatusReport;
import io.posthorn.messaging.status.StatusService;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Records what calls came to, many at a time. The epoch plays no part here: a result is a fact, even when its lane has a new
 * owner meanwhile.
 */
@ApplicationScoped
class CallResults {
    private static final int MARKETING_LIMIT = 131049;

    private final WorkerTransaction worker;
    private final AttemptStore attempts;
    private final SendTaskStore tasks;
    private final MessageStore messages;
    private final StatusService statuses;
    private final LimitStore limits;
    private final ChannelChanges channels;
    private final LastSeen lastSeen;

    CallResults(
            WorkerTransaction worker,
            AttemptStore attempts,
            SendTaskStore tasks,
            MessageStore messages,
            StatusService statuses,
            LimitStore limits,
            ChannelChanges channels,
            LastSeen lastSeen) {
        this.worker = worker;
        this.attempts = attempts;
        this.tasks = tasks;
        this.messages = messages;
        this.statuses = statuses;
        this.limits = limits;
        this.channels = channels;
        this.lastSeen = lastSeen;
    }

    /** What a batch of results comes to, by the statements that it takes. */
    private record Sorted(
            List<ProviderId> accepted,
            List<AttemptStore.Finish> finished,
            List<MarkedAttempt> ended,
            List<Delay> again,
            Map<UUID, String> reasons,
            Set<String> noMarketing,
            List<StatusReport> reports) {
        Sorted() {
            this(
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new HashMap<>(),
                    new HashSet<>(),
                    new ArrayList<>());
        }
    }

    Uni<Void> record(Channel channel, List<CallResult> results) {
        var sorted = new Sorted();
        results.forEach(result -> {
            if (result.failure() == null) {
                accepted(result, sorted);
            } else {
                failed(result, sorted);
            }
        });
        if (!sorted.accepted().isEmpty()) {
            lastSeen.called(channel);
        }
        var stop = results.stream()
                .filter(result -> result.next() instanceof Next.ChannelStops)
                .findFirst();
        return worker.connection(channel.workspaceId(), connection -> store(connection, channel.workspaceId(), sorted)
                .chain(() -> stop.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : stop(connection, channel, stop.get().failure())));
    }

    private Uni<Void> stop(SqlConnection connection, Channel channel, CloudApiException failure) {
        return channels.stopped(connection, channel, ChannelReason.ofRefusal(failure), failure.getMessage())
                .replaceWithVoid();
    }

    private static void accepted(CallResult result, Sorted sorted) {
        var message = result.call().message();
        var attempt = result.call().attemptId();
        sorted.accepted().add(new ProviderId(message.channelId(), result.sent().wamid(), message.id(), attempt));
        sorted.reports()
                .add(StatusReport.ours(
                        message.id(), attempt, "accepted", Instant.ofEpochMilli(result.at()), null, null));
    }

    private static void failed(CallResult result, Sorted sorted) {
        var call = result.call();
        var id = call.message().id();
        sorted.finished()
                .add(new AttemptStore.Finish(
                        call.attemptId(),
                        result.word(),
                        result.code(),
                        result.failure().getMessage()));
        if (result.code() != null && result.code() == MARKETING_LIMIT) {
            sorted.noMarketing().add(call.recipient());
        }
        switch (result.next()) {
            case Next.Failed failed -> {
                sorted.ended().add(call.attempt());
                sorted.reports()
                        .add(StatusReport.ours(
                                id,
                                call.attemptId(),
                                "failed",
                                Instant.ofEpochMilli(result.at()),
                                result.code(),
                                result.explanation()));
            }
            case Next.Again again -> {
                sorted.again()
                        .add(new Delay(
                                id,
                                call.attemptId(),
                                again.at() - result.at(),
                                again.blocksUntil() - result.at(),
                                again.counted()));
                if (again.reason() != null) {
                    sorted.reasons().put(id, again.reason());
                }
            }
            case Next.ChannelStops stops -> {
                sorted.again().add(new Delay(id, call.attemptId(), 0, 0, false));
                sorted.reasons().put(id, ChannelStatus.NEEDS_ATTENTION.asReason());
            }
            case Next.AwaitProof proof -> {} // marked calling: a status webhook may still prove that Meta accepted
            case Next.Sent sent -> throw new IllegalStateException("A failure is no success");
        }
    }

    private Uni<Void> store(SqlConnection connection, UUID workspaceId, Sorted sorted) {
        return unlessEmpty(sorted.accepted(), accepted -> attempts.accepted(connection, workspaceId, accepted)
                        .chain(() -> messages.register(connection, workspaceId, accepted))
                        .chain(() -> messages.setWamids(connection, workspaceId, accepted)))
                .chain(() -> unlessEmpty(
                        sorted.finished(), finished -> attempts.finished(connection, workspaceId, finished)))
                .chain(() -> attempts.endTasks(connection, workspaceId, sorted.ended()))
                .chain(() -> unlessEmpty(sorted.again(), again -> tasks.retry(connection, workspaceId, again)))
                .chain(() -> statuses.delayed(connection, workspaceId, sorted.reasons()))
                .chain(() -> limits.pauseMarketing(
                        connection, workspaceId, sorted.noMarketing(), Duration.ofMillis(PortfolioReach.DAY)))
                .chain(() -> statuses.report(connection, workspaceId, sorted.reports()));
    }

    private static <T> Uni<Void> unlessEmpty(List<T> some, java.util.function.Function<List<T>, Uni<Void>> work) {
        return some.isEmpty() ? Uni.createFrom().voidItem() : work.apply(some);
    }
}

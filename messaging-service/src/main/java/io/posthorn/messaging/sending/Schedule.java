package io.posthorn.messaging.sending;

import io.micrometer.core.instrument.MeterRegistry;
import io.posthorn.kit.background.BackgroundLoop;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.posthorn.messaging.conversation.ConversationStore;
import io.posthorn.messaging.limits.LimitStore;
import io.posthorn.messaging.queue.QueueStore;
import io.posthorn.messaging.status.StatusChange;
import io.posthorn.messaging.status.StatusReport;
import io.posthorn.messaging.status.StatusService;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Queues scheduled messages when their time has come, and ends those whose time has passed. Every process sweeps: locked rows are skipped, so none is queued twice. */
@ApplicationScoped
class Schedule {
    private static final int WORKSPACES = 100;
    private static final int MESSAGES = 500;
    private static final Duration FORGET_EVERY = Duration.ofHours(1);

    private final WorkerTransaction worker;
    private final QueueStore queue;
    private final LimitStore limits;
    private final StatusService statuses;
    private final ConversationStore conversations;
    private final Dispatcher dispatcher;
    private final Clock clock;
    private final Duration every;
    private final BackgroundLoop loop;
    private Instant forgetAt = Instant.MIN;

    Schedule(
            WorkerTransaction worker,
            QueueStore queue,
            LimitStore limits,
            StatusService statuses,
            ConversationStore conversations,
            Dispatcher dispatcher,
            SendingConfig config,
            Clock clock,
            Vertx vertx,
            MeterRegistry meters) {
        this.worker = worker;
        this.queue = queue;
        this.limits = limits;
        this.statuses = statuses;
        this.conversations = conversations;
        this.dispatcher = dispatcher;
        this.clock = clock;
        this.every = config.scheduleEvery();
        this.loop = new BackgroundLoop("schedule", vertx, meters, this::step);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) throws Exception {
        // Blocks the shutdown thread only, until the sweep under way is committed.
        loop.stop().get(10, TimeUnit.SECONDS);
    }

    private Uni<Duration> step() {
        return forget().chain(() -> worker.connection(connection -> queue.workspacesExpiring(connection, WORKSPACES)))
                .chain(late -> all(late, this::expire))
                .chain(expired -> worker.connection(connection -> queue.workspacesDue(connection, WORKSPACES))
                        .chain(due -> all(due, this::release))
                        .map(released -> expired + released == 0 ? every : Duration.ZERO));
    }

    private Uni<Void> forget() {
        if (clock.instant().isBefore(forgetAt)) {
            return Uni.createFrom().voidItem();
        }
        forgetAt = clock.instant().plus(FORGET_EVERY);
        return worker.connection(limits::forget);
    }

    private static Uni<Integer> all(List<UUID> workspaces, Function<UUID, Uni<? extends Integer>> work) {
        return Multi.createFrom()
                .iterable(workspaces)
                .onItem()
                .transformToUniAndConcatenate(work)
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }

    private Uni<Integer> expire(UUID workspaceId) {
        return worker.connection(workspaceId, connection -> queue.expire(connection, workspaceId, MESSAGES)
                .call(late -> statuses.report(
                        connection,
                        workspaceId,
                        late.stream()
                                .map(id -> StatusReport.decided(id, "expired", clock.instant(), "not_sent_in_time"))
                                .toList()))
                .map(List::size));
    }

    private Uni<Integer> release(UUID workspaceId) {
        return worker.connection(workspaceId, connection -> queue.release(connection, workspaceId, MESSAGES)
                        .chain(released -> statuses.queued(connection, workspaceId, released))
                        .call(changes -> conversations.answered(
                                connection, workspaceId, conversationsOf(changes), clock.instant())))
                .invoke(dispatcher::wake)
                .map(List::size);
    }

    private static Collection<UUID> conversationsOf(List<StatusChange> changes) {
        return changes.stream().map(StatusChange::conversationId).collect(Collectors.toSet());
    }
}

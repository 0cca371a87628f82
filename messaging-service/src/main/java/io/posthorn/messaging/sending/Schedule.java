package io.posthorn.messaging.sending;

import io.micrometer.core.instrument.MeterRegistry;
import io.posthorn.kit.background.BackgroundLoop;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.posthorn.messaging.conversation.ConversationStore;
import io.posthorn.messaging.message.StatusChange;
import io.posthorn.messaging.message.StatusService;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Queues scheduled messages when their time has come. Every process sweeps: locked rows are skipped, so none is queued twice. */
@ApplicationScoped
class Schedule {
    private static final int WORKSPACES = 100;
    private static final int MESSAGES = 500;

    private final WorkerTransaction worker;
    private final QueueStore queue;
    private final StatusService statuses;
    private final ConversationStore conversations;
    private final Dispatcher dispatcher;
    private final Clock clock;
    private final Duration every;
    private final BackgroundLoop loop;

    Schedule(
            WorkerTransaction worker,
            QueueStore queue,
            StatusService statuses,
            ConversationStore conversations,
            Dispatcher dispatcher,
            SendingConfig config,
            Clock clock,
            Vertx vertx,
            MeterRegistry meters) {
        this.worker = worker;
        this.queue = queue;
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
        return worker.connection(connection -> queue.workspacesDue(connection, WORKSPACES))
                .chain(this::releaseAll)
                .map(released -> released == 0 ? every : Duration.ZERO);
    }

    private Uni<Integer> releaseAll(List<UUID> workspaces) {
        return Multi.createFrom()
                .iterable(workspaces)
                .onItem()
                .transformToUniAndConcatenate(this::release)
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
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

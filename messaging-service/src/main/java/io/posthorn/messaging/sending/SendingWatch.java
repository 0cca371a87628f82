package io.posthorn.messaging.sending;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.posthorn.kit.background.BackgroundLoop;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.posthorn.messaging.channel.ChannelStatus;
import io.posthorn.messaging.channel.ChannelStore;
import io.posthorn.messaging.queue.QueueDepth;
import io.posthorn.messaging.queue.QueueStore;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** Measures what waits to be sent on the whole installation, and what the lanes of this process do. */
@ApplicationScoped
class SendingWatch {
    private static final Duration EVERY = Duration.ofSeconds(15);

    private final WorkerTransaction worker;
    private final QueueStore queue;
    private final ChannelStore channels;
    private final BackgroundLoop loop;
    private volatile QueueDepth depth = QueueDepth.EMPTY;
    private volatile Map<ChannelStatus, Long> byStatus = Map.of();

    SendingWatch(
            WorkerTransaction worker,
            QueueStore queue,
            ChannelStore channels,
            Dispatcher dispatcher,
            Vertx vertx,
            MeterRegistry meters) {
        this.worker = worker;
        this.queue = queue;
        this.channels = channels;
        this.loop = new BackgroundLoop("sending watch", vertx, meters, () -> look().replaceWith(EVERY));
        gauge(meters, "posthorn.sending.waiting", "Messages that could leave", () -> depth.waiting());
        gauge(meters, "posthorn.sending.calling", "Messages that may be on their way to Meta", () -> depth.calling());
        gauge(
                meters,
                "posthorn.sending.age",
                "For how many seconds the first could have left",
                () -> depth.ageSeconds());
        gauge(meters, "posthorn.sending.lanes", "Lanes of this process", () -> dispatcher
                .laneStates()
                .size());
        gauge(
                meters,
                "posthorn.sending.lanes.resting",
                "Lanes of this process that wait for Meta",
                () -> dispatcher.laneStates().stream()
                        .filter(LaneState::resting)
                        .count());
        for (var status : ChannelStatus.values()) {
            Gauge.builder("posthorn.channels", () -> byStatus.getOrDefault(status, 0L))
                    .tag("status", status.word())
                    .description("Channels by state")
                    .register(meters);
        }
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    Uni<Void> look() {
        return worker.connection(queue::depth)
                .invoke(found -> depth = found)
                .chain(() -> worker.connection(channels::countByStatus))
                .invoke(found -> byStatus = found)
                .replaceWithVoid();
    }

    private static void gauge(MeterRegistry meters, String name, String says, Supplier<Number> value) {
        Gauge.builder(name, value).description(says).register(meters);
    }
}

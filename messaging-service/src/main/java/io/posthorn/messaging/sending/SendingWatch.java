package io.posthorn.messaging.sending;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.posthorn.kit.background.Background;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.posthorn.messaging.channel.ChannelStatus;
import io.posthorn.messaging.channel.ChannelStore;
import io.posthorn.messaging.queue.QueueDepth;
import io.posthorn.messaging.queue.QueueStore;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** Measures what waits to be sent on the whole installation, and what the lanes of this process do. */
@Startup
@ApplicationScoped
class SendingWatch {
    private static final Duration EVERY = Duration.ofSeconds(15);

    private final WorkerTransaction worker;
    private final QueueStore queue;
    private final ChannelStore channels;
    private volatile QueueDepth depth = QueueDepth.EMPTY;
    private volatile Map<ChannelStatus, Long> byStatus = Map.of();

    SendingWatch(
            WorkerTransaction worker,
            QueueStore queue,
            ChannelStore channels,
            Dispatcher dispatcher,
            Background background,
            MeterRegistry meters) {
        this.worker = worker;
        this.queue = queue;
        this.channels = channels;
        background.loop("sending watch", () -> look().replaceWith(EVERY));
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

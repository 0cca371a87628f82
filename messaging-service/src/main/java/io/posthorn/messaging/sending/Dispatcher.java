package io.posthorn.messaging.sending;

import io.micrometer.core.instrument.MeterRegistry;
import io.posthorn.kit.background.BackgroundLoop;
import io.posthorn.kit.background.HeldLease;
import io.posthorn.kit.background.LeaseStore;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.posthorn.messaging.channel.Channel;
import io.posthorn.messaging.channel.ChannelSecrets;
import io.posthorn.messaging.channel.ChannelStore;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Opens a lane for each channel that has something to send and is not served by another process. */
@ApplicationScoped
public class Dispatcher {
    private final WorkerTransaction worker;
    private final ChannelStore channels;
    private final ChannelSecrets secrets;
    private final LaneWork work;
    private final LeaseStore leases;
    private final SendingConfig config;
    private final Vertx vertx;
    private final MeterRegistry meters;
    private final BackgroundLoop loop;
    private final Map<UUID, Lane> lanes = new ConcurrentHashMap<>();

    Dispatcher(
            WorkerTransaction worker,
            ChannelStore channels,
            ChannelSecrets secrets,
            LaneWork work,
            LeaseStore leases,
            SendingConfig config,
            Vertx vertx,
            MeterRegistry meters) {
        this.worker = worker;
        this.channels = channels;
        this.secrets = secrets;
        this.work = work;
        this.leases = leases;
        this.config = config;
        this.vertx = vertx;
        this.meters = meters;
        this.loop = new BackgroundLoop("dispatcher", vertx, meters, this::step);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) throws Exception {
        // Blocks the shutdown thread only, until the calls under way have their results recorded.
        loop.stop()
                .thenCompose(done -> CompletableFuture.allOf(
                        lanes.values().stream().map(Lane::stop).toArray(CompletableFuture[]::new)))
                .get(config.callTimeout().toMillis() + 2_000, TimeUnit.MILLISECONDS);
    }

    /** There may be something to send. */
    public void wake() {
        loop.wake();
        lanes.values().forEach(Lane::wake);
    }

    private Uni<Duration> step() {
        return worker.connection(channels::withWork).invoke(this::openLanes).replaceWith(config.pollEvery());
    }

    private void openLanes(List<Channel> busy) {
        busy.forEach(channel ->
                lanes.computeIfAbsent(channel.id(), id -> open(channel)).wake());
        var busyIds = busy.stream().map(Channel::id).toList();
        lanes.forEach((id, lane) -> {
            if (!busyIds.contains(id) && lane.closeWhenIdle()) {
                lane.stop().whenComplete((done, failure) -> lanes.remove(id));
            }
        });
    }

    private Lane open(Channel channel) {
        var ownership = new HeldLease("lane/" + channel.id(), config.leaseTime(), leases, worker);
        var lane = new Lane(channel, secrets.credentials(channel), work, config, ownership, vertx, meters);
        lane.start();
        return lane;
    }
}

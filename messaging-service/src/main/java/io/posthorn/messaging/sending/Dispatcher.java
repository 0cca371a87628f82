package io.posthorn.messaging.sending;

import io.micrometer.core.instrument.MeterRegistry;
import io.posthorn.kit.background.BackgroundLoop;
import io.posthorn.kit.background.HeldLease;
import io.posthorn.kit.background.LeaseStore;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.posthorn.messaging.channel.Channel;
import io.posthorn.messaging.channel.ChannelSecrets;
import io.posthorn.messaging.channel.ChannelStore;
import io.posthorn.messaging.pacing.Rounds;
import io.posthorn.messaging.pacing.Turn;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Opens a lane for each channel that has something to send and is not served by another process, and shares what this process
 * can have under way among its lanes.
 */
@ApplicationScoped
public class Dispatcher {
    private static final int QUANTUM = 10;

    private final WorkerTransaction worker;
    private final ChannelStore channels;
    private final ChannelSecrets secrets;
    private final LeaseStore leases;
    private final LaneTools tools;
    private final BackgroundLoop loop;
    private final BackgroundLoop departures;
    private final Rounds<Lane> rounds;
    private final Map<UUID, Lane> lanes = new ConcurrentHashMap<>();

    @Inject
    Dispatcher(
            WorkerTransaction worker,
            ChannelStore channels,
            ChannelSecrets secrets,
            LeaseStore leases,
            LaneWork work,
            LaneCalls calls,
            CallResults results,
            SendingConfig config,
            Clock clock,
            Vertx vertx,
            MeterRegistry meters) {
        this(
                worker,
                channels,
                secrets,
                leases,
                new LaneTools(work, calls, results, config, clock, vertx, meters, () -> {}));
    }

    Dispatcher(
            WorkerTransaction worker,
            ChannelStore channels,
            ChannelSecrets secrets,
            LeaseStore leases,
            LaneTools tools) {
        this.worker = worker;
        this.channels = channels;
        this.secrets = secrets;
        this.leases = leases;
        this.loop = new BackgroundLoop("dispatcher", tools.vertx(), tools.meters(), this::look);
        this.departures = new BackgroundLoop("departures", tools.vertx(), tools.meters(), this::depart);
        this.rounds = new Rounds<>(tools.config().callsInFlight(), QUANTUM);
        this.tools = tools.telling(departures::wake);
    }

    void start(@Observes StartupEvent event) {
        start();
    }

    void start() {
        loop.start();
        departures.start();
    }

    void stop(@Observes ShutdownEvent event) throws Exception {
        // Blocks the shutdown thread only, until the calls under way have their results recorded.
        loop.stop()
                .thenCompose(done -> departures.stop())
                .thenCompose(done -> CompletableFuture.allOf(
                        lanes.values().stream().map(Lane::stop).toArray(CompletableFuture[]::new)))
                .get(tools.config().callTimeout().toMillis() + 2_000, TimeUnit.MILLISECONDS);
    }

    /** Leaves everything as it stands, as a process does that is killed. */
    CompletableFuture<Void> abandon() {
        return CompletableFuture.allOf(
                loop.stop(),
                departures.stop(),
                CompletableFuture.allOf(
                        lanes.values().stream().map(Lane::abandon).toArray(CompletableFuture[]::new)));
    }

    /** There may be something to send through this channel. */
    public void wakeLane(UUID channelId) {
        var lane = lanes.get(channelId);
        if (lane == null) {
            loop.wake();
        } else {
            lane.wake();
        }
    }

    /** There may be something to send. */
    public void wake() {
        loop.wake();
        lanes.values().forEach(Lane::wake);
    }

    /** How the channel's lane does, when this process has it. */
    public Optional<LaneState> laneState(UUID channelId) {
        return Optional.ofNullable(lanes.get(channelId))
                .map(lane -> lane.departures().state());
    }

    List<LaneState> laneStates() {
        return lanes.values().stream().map(lane -> lane.departures().state()).toList();
    }

    private Uni<Duration> look() {
        return worker.connection(channels::withWork)
                .invoke(this::openLanes)
                .replaceWith(tools.config().pollEvery());
    }

    private Uni<Duration> depart() {
        rounds.among(List.copyOf(lanes.values()));
        rounds.share(lane -> lane.departures().demand(), lane -> lane.departures()
                        .underWay())
                .forEach((lane, most) -> lane.departures().depart(most));
        var next = lanes.values().stream()
                .mapToLong(lane -> lane.departures().nextAt())
                .min()
                .orElse(Turn.NEVER);
        var longest = tools.config().pollEvery().toMillis();
        return Uni.createFrom().item(Duration.ofMillis(Math.clamp(next - tools.now(), 1, longest)));
    }

    private void openLanes(List<Channel> busy) {
        busy.forEach(channel ->
                lanes.computeIfAbsent(channel.id(), id -> open(channel)).wake());
        var current = new HashMap<UUID, Channel>();
        busy.forEach(channel -> current.put(channel.id(), channel));
        lanes.forEach((id, lane) -> {
            var channel = current.get(id);
            if (channel == null ? lane.closeWhenIdle() : lane.closeWhenChanged(channel)) {
                lane.stop().whenComplete((done, failure) -> close(id, lane));
            }
        });
    }

    private void close(UUID id, Lane lane) {
        lanes.remove(id, lane);
        departures.wake();
    }

    private Lane open(Channel channel) {
        var ownership = new HeldLease("lane/" + channel.id(), tools.config().leaseTime(), leases, worker);
        var lane = new Lane(channel, secrets.credentials(channel), ownership, tools);
        lane.start();
        return lane;
    }
}

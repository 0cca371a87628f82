package io.posthorn.messaging.sending;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.posthorn.cloudapi.client.CloudApi;
import io.posthorn.cloudapi.client.SendResult;
import io.posthorn.cloudapi.graph.Credentials;
import io.posthorn.kit.background.Lease;
import io.posthorn.kit.background.LeaseStore;
import io.posthorn.kit.http.RequestTrace;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.posthorn.messaging.channel.Channel;
import io.posthorn.messaging.channel.ChannelChanges;
import io.posthorn.messaging.channel.ChannelSecrets;
import io.posthorn.messaging.channel.ChannelStore;
import io.posthorn.messaging.departing.Departure;
import io.posthorn.messaging.departing.Departures;
import io.posthorn.messaging.limits.LimitStore;
import io.posthorn.messaging.media.ProviderMedia;
import io.posthorn.messaging.message.MessageStore;
import io.posthorn.messaging.queue.AttemptStore;
import io.posthorn.messaging.queue.SendTaskStore;
import io.posthorn.messaging.session.LastSeen;
import io.posthorn.messaging.status.StatusService;
import io.posthorn.messaging.status.StatusStore;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.Dependent;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Another process of the service on the same database: the real dispatcher with leases of its own. It can be frozen, so that
 * nothing it does is seen outside any more except requests that are on the wire, and killed.
 */
@Dependent
class SecondReplica {
    private final WorkerTransaction worker;
    private final FreezableLeases leases = new FreezableLeases();
    private final Dispatcher dispatcher;
    private volatile boolean freezesAtMark;
    private volatile CompletableFuture<Void> thaw = CompletableFuture.completedFuture(null);

    SecondReplica(
            WorkerTransaction worker,
            ChannelStore channels,
            ChannelSecrets secrets,
            SendTaskStore tasks,
            LimitStore limits,
            AttemptStore attempts,
            MessageStore messages,
            StatusStore statusStore,
            StatusService statuses,
            Departures departures,
            OverdueCalls overdue,
            ChannelChanges changes,
            LastSeen lastSeen,
            ProviderMedia media,
            CloudApi meta,
            RequestTrace trace,
            SendingConfig config,
            Clock clock,
            Vertx vertx) {
        this.worker = worker;
        var tools = new LaneTools(
                new LaneWork(worker, leases, tasks, limits, statuses, departures, overdue, changes, clock),
                new LaneCalls(worker, leases, tasks, limits, statusStore, media, meta, trace) {
                    @Override
                    Uni<Marked> mark(Channel channel, Lease lease, List<Departure> next, int messagingLimit) {
                        return unfrozen()
                                .chain(() -> super.mark(channel, lease, next, messagingLimit))
                                .call(SecondReplica.this::afterMark);
                    }

                    @Override
                    Uni<SendResult> send(Channel channel, Credentials credentials, Call call) {
                        return super.send(channel, credentials, call)
                                .onItemOrFailure()
                                .call((sent, failure) -> unfrozen());
                    }
                },
                new CallResults(worker, attempts, tasks, messages, statuses, limits, changes, lastSeen),
                config,
                clock,
                vertx,
                new SimpleMeterRegistry(),
                () -> {});
        this.dispatcher = new Dispatcher(worker, channels, secrets, leases, tools);
    }

    /** Takes the lane of a channel, before anything is to be sent there. */
    void own(String channelId) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> worker.connection(
                connection -> leases.hold(connection, "lane/" + UUID.fromString(channelId), Duration.ofSeconds(20))));
        dispatcher.start();
    }

    void freeze() {
        thaw = new CompletableFuture<>();
    }

    /** Freezes when the next calls are marked and none of them is made. */
    void freezeAtNextMark() {
        freezesAtMark = true;
    }

    boolean isFrozen() {
        return !thaw.isDone();
    }

    void goOn() {
        thaw.complete(null);
    }

    /** Nothing is heard of it again. */
    void kill() {
        freeze();
        dispatcher.abandon();
    }

    private Uni<Void> afterMark() {
        if (freezesAtMark) {
            freezesAtMark = false;
            freeze();
        }
        return unfrozen();
    }

    private Uni<Void> unfrozen() {
        return Uni.createFrom().completionStage(() -> thaw);
    }

    private final class FreezableLeases extends LeaseStore {
        @Override
        public Uni<Optional<Lease>> hold(SqlConnection connection, String job, Duration time) {
            return unfrozen().chain(() -> super.hold(connection, job, time));
        }
    }
}

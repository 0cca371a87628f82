package io.posthorn.messaging.sending;

import io.posthorn.kit.background.Lease;
import io.posthorn.kit.background.LeaseStore;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.posthorn.messaging.channel.Channel;
import io.posthorn.messaging.channel.ChannelChanges;
import io.posthorn.messaging.channel.ChannelReason;
import io.posthorn.messaging.departing.Departures;
import io.posthorn.messaging.departing.Readiness;
import io.posthorn.messaging.limits.Allowance;
import io.posthorn.messaging.limits.LimitStore;
import io.posthorn.messaging.pacing.Postponed;
import io.posthorn.messaging.pacing.Turn;
import io.posthorn.messaging.queue.Delay;
import io.posthorn.messaging.queue.SendTask;
import io.posthorn.messaging.queue.SendTaskStore;
import io.posthorn.messaging.status.StatusReport;
import io.posthorn.messaging.status.StatusService;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** What a lane does with its queue in the database: take over, tend, claim, give back. */
@ApplicationScoped
class LaneWork {
    private static final int WAKE_MOST = 1_000;

    /** What a new owner begins with. */
    record Start(List<LimitStore.Earlier> earlier, Allowance allowance) {}

    private final WorkerTransaction worker;
    private final LeaseStore leases;
    private final SendTaskStore tasks;
    private final LimitStore limits;
    private final StatusService statuses;
    private final Departures departures;
    private final OverdueCalls overdue;
    private final ChannelChanges changes;
    private final Clock clock;

    LaneWork(
            WorkerTransaction worker,
            LeaseStore leases,
            SendTaskStore tasks,
            LimitStore limits,
            StatusService statuses,
            Departures departures,
            OverdueCalls overdue,
            ChannelChanges changes,
            Clock clock) {
        this.worker = worker;
        this.leases = leases;
        this.tasks = tasks;
        this.limits = limits;
        this.statuses = statuses;
        this.departures = departures;
        this.overdue = overdue;
        this.changes = changes;
        this.clock = clock;
    }

    Uni<Start> takeOver(Channel channel, Lease lease) {
        return inWorkspace(channel, connection -> tasks.reclaim(connection, channel.id(), lease.epoch())
                .chain(() -> limits.recent(connection, channel))
                .chain(earlier ->
                        limits.allowance(connection, channel, 0).map(allowance -> new Start(earlier, allowance))));
    }

    /**
     * Wakes what is due, ends what nobody can know, and tells what the number may do now and has heard during the last so
     * many milliseconds.
     */
    Uni<Allowance> tend(Channel channel, long heardSince) {
        return inWorkspace(channel, connection -> tasks.wake(connection, channel.id(), WAKE_MOST)
                .chain(() -> overdue.settle(connection, channel))
                .chain(() -> limits.allowance(connection, channel, heardSince)));
    }

    /** Meta does not answer: the channel says so, and is looked at by itself. */
    Uni<Void> faltered(Channel channel) {
        return inWorkspace(channel, connection -> changes.faltered(connection, channel, ChannelReason.META_UNREACHABLE))
                .replaceWithVoid();
    }

    /** Claims and sorts in one transaction, so that nothing stays claimed that this process does not know of. */
    Uni<Readiness> claim(Channel channel, Lease lease, int limit) {
        return inWorkspace(channel, connection -> leases.check(connection, lease)
                .chain(ours -> ours
                        ? tasks.claim(connection, channel.id(), lease.epoch(), limit, clock.millis())
                        : Uni.createFrom().item(List.<SendTask>of()))
                .call(claimed -> letBy(connection, channel, claimed))
                .chain(claimed -> departures.prepare(connection, channel, lease, claimed)));
    }

    /** Lets go of what is claimed in our name and is not known to us, after a commit of which we never heard. */
    Uni<Void> forgetUnknown(Channel channel, Lease lease, Collection<UUID> known) {
        return inWorkspace(channel, connection -> tasks.giveBack(connection, channel.id(), lease.epoch(), known));
    }

    /** Gives back everything; with a reason when it will wait for one. */
    Uni<Void> giveBackAll(Channel channel, Lease lease, Collection<UUID> claimed, String reason) {
        return inWorkspace(channel, connection -> tasks.giveBack(connection, channel.id(), lease.epoch(), List.of())
                .chain(() -> statuses.held(
                        connection, channel.workspaceId(), reason == null ? Map.of() : reasons(claimed, reason))));
    }

    Uni<Void> giveBack(Channel channel, Lease lease, List<Postponed> postponed, List<Turn> expired) {
        var now = clock.millis();
        var delays = postponed.stream()
                .map(one -> Delay.claimed(one.turn().messageId(), one.until() - now, one.blocksUntil() - now))
                .toList();
        var reasons = new HashMap<UUID, String>();
        postponed.stream()
                .filter(one -> one.reason() != null)
                .forEach(one -> reasons.put(one.turn().messageId(), one.reason()));
        return inWorkspace(channel, connection -> tasks.postpone(connection, channel, lease.epoch(), delays)
                .chain(() -> statuses.held(connection, channel.workspaceId(), reasons))
                .chain(() -> expire(connection, channel, lease, expired)));
    }

    private Uni<Void> expire(SqlConnection connection, Channel channel, Lease lease, List<Turn> expired) {
        if (expired.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var ids = expired.stream().map(Turn::messageId).toList();
        return tasks.drop(connection, channel, lease.epoch(), ids)
                .chain(dropped -> decide(connection, channel, dropped, "expired", "not_sent_in_time"));
    }

    private Uni<Void> letBy(SqlConnection connection, Channel channel, List<SendTask> claimed) {
        if (claimed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var ids = claimed.stream().map(SendTask::messageId).toList();
        return tasks.skipped(connection, channel, ids)
                .chain(skipped -> decide(connection, channel, skipped, "skipped", "successors_waited_long_enough"));
    }

    private Uni<Void> decide(
            SqlConnection connection, Channel channel, List<UUID> messages, String state, String reason) {
        return statuses.report(
                connection,
                channel.workspaceId(),
                messages.stream()
                        .map(id -> StatusReport.decided(id, state, clock.instant(), reason))
                        .toList());
    }

    private static Map<UUID, String> reasons(Collection<UUID> messages, String reason) {
        var reasons = new HashMap<UUID, String>();
        messages.forEach(id -> reasons.put(id, reason));
        return reasons;
    }

    private <T> Uni<T> inWorkspace(Channel channel, Function<SqlConnection, Uni<T>> work) {
        return worker.connection(channel.workspaceId(), work);
    }
}

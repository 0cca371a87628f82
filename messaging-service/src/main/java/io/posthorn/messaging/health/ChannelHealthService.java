package io.posthorn.messaging.health;

import io.posthorn.kit.tenant.TenantTransaction;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.posthorn.messaging.channel.Channel;
import io.posthorn.messaging.channel.ChannelReason;
import io.posthorn.messaging.channel.ChannelService;
import io.posthorn.messaging.channel.ChannelStatus;
import io.posthorn.messaging.sending.Dispatcher;
import io.posthorn.messaging.sending.LaneState;
import io.posthorn.messaging.sending.SendingConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Gathers what is known of a channel's health. The database is asked first, and Meta afterwards, outside the transaction. */
@ApplicationScoped
public class ChannelHealthService {
    private static final String NOT_OURS =
            "Webhooks of this number do not come here: give it a token again, which subscribes it, or remove the other address at Meta.";

    private final TenantTransaction tenant;
    private final WorkerTransaction worker;
    private final ChannelService channels;
    private final ChannelHealthStore store;
    private final MetaReader meta;
    private final Dispatcher dispatcher;
    private final int usualCalls;

    ChannelHealthService(
            TenantTransaction tenant,
            WorkerTransaction worker,
            ChannelService channels,
            ChannelHealthStore store,
            MetaReader meta,
            Dispatcher dispatcher,
            SendingConfig config) {
        this.tenant = tenant;
        this.worker = worker;
        this.channels = channels;
        this.store = store;
        this.meta = meta;
        this.dispatcher = dispatcher;
        this.usualCalls = config.callsPerSecond();
    }

    private record Known(
            ChannelHealthStore.Session session, ChannelHealthView.Standing standing, ChannelHealthView.Queue queue) {}

    public Uni<ChannelHealthView> of(UUID id) {
        return channels.find(id).chain(channel -> lane(channel)
                .chain(lane -> tenant.connection(connection -> known(connection, channel, lane)))
                .chain(known -> meta.read(channel).map(said -> view(channel, known, said))));
    }

    private Uni<ChannelHealthView.LaneView> lane(Channel channel) {
        return worker.connection(connection -> store.laneIsLeased(connection, channel.id()))
                .map(leased -> lane(dispatcher.laneState(channel.id()), leased));
    }

    private static ChannelHealthView.LaneView lane(Optional<LaneState> here, boolean leased) {
        return here.map(lane -> new ChannelHealthView.LaneView(
                        "here", lane.claimed(), lane.underWay(), lane.resting() ? "open" : "closed"))
                .orElseGet(() -> new ChannelHealthView.LaneView(leased ? "elsewhere" : "idle", 0, 0, null));
    }

    private Uni<Known> known(SqlConnection connection, Channel channel, ChannelHealthView.LaneView lane) {
        return store.session(connection, channel).chain(session -> store.standing(connection, channel, usualCalls)
                .chain(standing -> queue(connection, channel, lane).map(queue -> new Known(session, standing, queue))));
    }

    private Uni<ChannelHealthView.Queue> queue(
            SqlConnection connection, Channel channel, ChannelHealthView.LaneView lane) {
        return store.waiting(connection, channel)
                .chain(waiting -> store.held(connection, channel).chain(held -> store.unknown(connection, channel)
                        .map(unknown -> new ChannelHealthView.Queue(
                                waiting.byState(), waiting.oldestWaitsSeconds(), held, unknown, lane))));
    }

    private static ChannelHealthView view(Channel channel, Known known, MetaView meta) {
        var reason = ChannelReason.ofWord(channel.statusReason());
        return new ChannelHealthView(
                channel.id(),
                channel.status(),
                channel.statusSince(),
                channel.statusReason(),
                known.session().detail(),
                next(channel.status(), reason, meta),
                isLookedAt(channel.status(), reason)
                        ? known.session().seen()
                        : known.session().seen().withoutNextCheck(),
                meta,
                known.standing(),
                known.queue());
    }

    private static boolean isLookedAt(ChannelStatus status, Optional<ChannelReason> reason) {
        return status.sends()
                || status == ChannelStatus.NEEDS_ATTENTION
                        && reason.filter(ChannelReason::passes).isPresent();
    }

    private static String next(ChannelStatus status, Optional<ChannelReason> reason, MetaView meta) {
        var webhooks = meta.webhooks().state();
        return switch (status) {
            case CONNECTING ->
                "Wait: it is being connected. An attempt that does not end is given up after ten minutes.";
            case DISCONNECTED -> "Give it a token to use it again: POST /api/v1/channels/{id}/connect.";
            case DEGRADED, NEEDS_ATTENTION, EXPIRED ->
                reason.map(ChannelReason::next).orElse(null);
            case ACTIVE ->
                webhooks.equals("overridden") || webhooks.equals("not_subscribed") ? NOT_OURS : meta.problem();
        };
    }
}

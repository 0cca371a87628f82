package io.posthorn.messaging.connecting;

import io.posthorn.cloudapi.client.CloudApi;
import io.posthorn.cloudapi.error.CloudApiException;
import io.posthorn.cloudapi.graph.Credentials;
import io.posthorn.cloudapi.number.PhoneNumber;
import io.posthorn.contracts.PosthornEvent;
import io.posthorn.contracts.channel.ChannelConnected;
import io.posthorn.contracts.channel.ChannelDisconnected;
import io.posthorn.kit.caller.CurrentCaller;
import io.posthorn.kit.idempotency.Idempotency;
import io.posthorn.kit.outbox.Outbox;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.tenant.TenantTransaction;
import io.posthorn.messaging.channel.Channel;
import io.posthorn.messaging.channel.ChannelProblems;
import io.posthorn.messaging.channel.ChannelService;
import io.posthorn.messaging.channel.ChannelStatus;
import io.posthorn.messaging.channel.ChannelStore;
import io.posthorn.messaging.channel.ChannelView;
import io.posthorn.messaging.channel.ChannelViews;
import io.posthorn.messaging.meta.MetaAppStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Connects numbers. No remote call stands inside a transaction, so connecting has three steps: read the number with its
 * token, store it as connecting (Meta asks our webhook path during the next step), subscribe; then it is active.
 */
@ApplicationScoped
public class ConnectingService {
    private static final Logger LOG = Logger.getLogger(ConnectingService.class);

    /** What is stored under an idempotency key. */
    private record Made(UUID id) {}

    private final TenantTransaction tenant;
    private final ChannelStore store;
    private final MetaAppStore apps;
    private final ChannelService channels;
    private final ChannelViews views;
    private final ChannelDrafts drafts;
    private final CloudApi meta;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final CurrentCaller caller;
    private final Clock clock;

    ConnectingService(
            TenantTransaction tenant,
            ChannelStore store,
            MetaAppStore apps,
            ChannelService channels,
            ChannelViews views,
            ChannelDrafts drafts,
            CloudApi meta,
            Outbox outbox,
            Idempotency idempotency,
            CurrentCaller caller,
            Clock clock) {
        this.tenant = tenant;
        this.store = store;
        this.apps = apps;
        this.channels = channels;
        this.views = views;
        this.drafts = drafts;
        this.meta = meta;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    /** A repetition with the same key gets the channel that the first one made. */
    public Uni<ChannelView> connect(ConnectChannelRequest request) {
        return tenant.connection(connection -> idempotency.stored(connection, request, Made.class))
                .chain(made -> made.map(channel -> channels.get(channel.id())).orElseGet(() -> connectNew(request)));
    }

    private Uni<ChannelView> connectNew(ConnectChannelRequest request) {
        var credentials = new Credentials(request.accessToken());
        return meta.phoneNumber(credentials, request.phoneNumberId())
                .onFailure(CloudApiException.class)
                .transform(ConnectingService::notVerified)
                .chain(number -> begin(request, number))
                .chain(channel -> subscribe(channel, credentials))
                .chain(channel -> activate(channel, request))
                .map(views::of);
    }

    public Uni<ChannelView> disconnect(UUID id) {
        return channels.find(id).call(this::disconnect).call(this::unsubscribe).chain(channel -> channels.get(id));
    }

    private Uni<Channel> begin(ConnectChannelRequest request, PhoneNumber number) {
        var who = caller.get();
        var app = drafts.app(who.workspaceId(), request);
        return tenant.connection(connection -> store.forgetAbandoned(connection, request.phoneNumberId())
                .chain(() -> apps.appOf(connection, app))
                .map(appId -> drafts.channel(who.workspaceId(), appId, request, number))
                .call(channel -> store.insert(connection, channel, who.userId()).invoke(ConnectingService::refuseTaken))
                .chain(channel -> store.find(connection, who.workspaceId(), channel.id())));
    }

    private Uni<Channel> subscribe(Channel channel, Credentials credentials) {
        var webhook = views.of(channel).webhook();
        return meta.subscribeApp(credentials, channel.wabaId(), webhook.url(), webhook.verifyToken())
                .onFailure(CloudApiException.class)
                .recoverWithUni(refusal -> giveUp(channel).onItem().failWith(() -> notVerified(refusal)))
                .replaceWith(channel);
    }

    private Uni<Void> giveUp(Channel channel) {
        return tenant.connection(connection -> store.move(
                        connection,
                        channel.workspaceId(),
                        channel.id(),
                        List.of(ChannelStatus.CONNECTING),
                        ChannelStatus.DISCONNECTED))
                .replaceWithVoid();
    }

    /** The answer under the key is stored with the state that makes it true; of the channel's secrets it holds none. */
    private Uni<Channel> activate(Channel channel, ConnectChannelRequest request) {
        var event = new ChannelConnected(
                channel.id(),
                channel.name(),
                channel.phoneNumberId(),
                channel.wabaId(),
                caller.get().userId(),
                clock.instant());
        return tenant.connection(connection -> idempotency.once(connection, request, Made.class, () -> move(
                                connection, channel, List.of(ChannelStatus.CONNECTING), ChannelStatus.ACTIVE, event)
                        .replaceWith(new Made(channel.id()))))
                .chain(made -> channels.find(made.id()));
    }

    /** Changes the state and tells it, together. */
    private Uni<Void> move(
            SqlConnection connection,
            Channel channel,
            List<ChannelStatus> from,
            ChannelStatus to,
            PosthornEvent event) {
        return store.move(connection, channel.workspaceId(), channel.id(), from, to)
                .chain(version -> version.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : outbox.append(connection, channel.workspaceId(), version.get(), event));
    }

    private Uni<Void> disconnect(Channel channel) {
        var from = List.of(
                ChannelStatus.CONNECTING,
                ChannelStatus.ACTIVE,
                ChannelStatus.DEGRADED,
                ChannelStatus.NEEDS_ATTENTION,
                ChannelStatus.EXPIRED);
        var event = new ChannelDisconnected(channel.id(), caller.get().userId(), clock.instant());
        return tenant.connection(connection -> move(connection, channel, from, ChannelStatus.DISCONNECTED, event));
    }

    /** Other numbers of the account keep their webhooks. The number is off here even when Meta refuses. */
    private Uni<Void> unsubscribe(Channel channel) {
        return tenant.connection(connection -> store.accountInUse(connection, channel))
                .chain(inUse -> inUse
                        ? Uni.createFrom().voidItem()
                        : meta.unsubscribeApp(drafts.credentials(channel), channel.wabaId()))
                .onFailure(CloudApiException.class)
                .invoke(refusal -> LOG.warnf("Channel %s stays subscribed: %s", channel.id(), refusal.getMessage()))
                .onFailure(CloudApiException.class)
                .recoverWithNull();
    }

    private static void refuseTaken(int inserted) {
        if (inserted == 0) {
            throw new ProblemException(
                    ChannelProblems.NUMBER_TAKEN, "This number is connected already; disconnect it first");
        }
    }

    static ProblemException notVerified(Throwable failure) {
        var refusal = (CloudApiException) failure;
        return refusal.kind() == CloudApiException.Kind.REFUSED
                ? new ProblemException(
                        ChannelProblems.NOT_VERIFIED,
                        "%s. %s".formatted(refusal.getMessage(), refusal.remedy()),
                        failure)
                : new ProblemException(ChannelProblems.META_AWAY, refusal.remedy(), failure);
    }
}

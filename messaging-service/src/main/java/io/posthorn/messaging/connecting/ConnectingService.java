package io.posthorn.messaging.connecting;

import io.posthorn.cloudapi.client.CloudApi;
import io.posthorn.cloudapi.error.CloudApiException;
import io.posthorn.cloudapi.graph.Credentials;
import io.posthorn.cloudapi.number.NumberDetails;
import io.posthorn.contracts.channel.ChannelConnected;
import io.posthorn.contracts.channel.ChannelDisconnected;
import io.posthorn.kit.caller.CurrentCaller;
import io.posthorn.kit.idempotency.Idempotency;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.tenant.TenantTransaction;
import io.posthorn.messaging.channel.Channel;
import io.posthorn.messaging.channel.ChannelChange;
import io.posthorn.messaging.channel.ChannelChanges;
import io.posthorn.messaging.channel.ChannelProblems;
import io.posthorn.messaging.channel.ChannelService;
import io.posthorn.messaging.channel.ChannelStore;
import io.posthorn.messaging.channel.ChannelView;
import io.posthorn.messaging.channel.ChannelViews;
import io.posthorn.messaging.meta.MetaAppStore;
import io.posthorn.messaging.standing.NumberReading;
import io.posthorn.messaging.standing.StandingService;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
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
    private final ChannelChanges changes;
    private final StandingService standing;
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
            ChannelChanges changes,
            StandingService standing,
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
        this.changes = changes;
        this.standing = standing;
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
        return meta.numbers()
                .details(credentials, request.phoneNumberId())
                .onFailure(CloudApiException.class)
                .transform(ConnectingService::notVerified)
                .chain(details -> begin(request, details))
                .chain(channel -> subscribe(channel, credentials))
                .chain(channel -> activate(channel, request))
                .map(views::of);
    }

    public Uni<ChannelView> disconnect(UUID id) {
        return channels.find(id).call(this::disconnect).call(this::unsubscribe).chain(channel -> channels.get(id));
    }

    private Uni<Channel> begin(ConnectChannelRequest request, NumberDetails details) {
        var who = caller.get();
        var app = drafts.app(who.workspaceId(), request);
        return tenant.connection(connection -> store.forgetAbandoned(connection, request.phoneNumberId())
                .chain(() -> apps.appOf(connection, app))
                .map(appId -> drafts.channel(who.workspaceId(), appId, request, details.number()))
                .call(channel -> store.insert(connection, channel, who.userId()).invoke(ConnectingService::refuseTaken))
                .call(channel ->
                        standing.learned(connection, channel.workspaceId(), channel.id(), NumberReading.of(details)))
                .chain(channel -> store.find(connection, who.workspaceId(), channel.id())));
    }

    /** A number that was taken off, with a new token: its webhooks have to come again before it is on. */
    Uni<Channel> resume(UUID id, Credentials credentials) {
        return channels.find(id).chain(channel -> subscribe(channel, credentials)
                .call(subscribed -> tenant.connection(
                        connection -> changes.made(connection, channel, ChannelChange.PROVED, connected(channel)))));
    }

    /** Webhooks come to us; a number that was about to be connected is given up when they do not. */
    Uni<Channel> subscribe(Channel channel, Credentials credentials) {
        var webhook = views.of(channel).webhook();
        return meta.subscribeApp(credentials, channel.wabaId(), webhook.url(), webhook.verifyToken())
                .onFailure(CloudApiException.class)
                .recoverWithUni(refusal -> giveUp(channel).onItem().failWith(() -> notVerified(refusal)))
                .replaceWith(channel);
    }

    private Uni<Void> giveUp(Channel channel) {
        return tenant.connection(connection -> changes.givenUp(connection, channel))
                .replaceWithVoid();
    }

    /** The answer under the key is stored with the state that makes it true; of the channel's secrets it holds none. */
    private Uni<Channel> activate(Channel channel, ConnectChannelRequest request) {
        return tenant.connection(connection -> idempotency.once(connection, request, Made.class, () -> changes.made(
                                connection, channel, ChannelChange.PROVED, connected(channel))
                        .replaceWith(new Made(channel.id()))))
                .chain(made -> channels.find(made.id()));
    }

    private ChannelConnected connected(Channel channel) {
        return new ChannelConnected(
                channel.id(),
                channel.name(),
                channel.phoneNumberId(),
                channel.wabaId(),
                caller.get().userId(),
                clock.instant());
    }

    private Uni<Boolean> disconnect(Channel channel) {
        var event = new ChannelDisconnected(channel.id(), caller.get().userId(), clock.instant());
        return tenant.connection(connection -> changes.made(connection, channel, ChannelChange.TAKEN_OFF, event));
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

package io.posthorn.admin.dashboard;

import static io.posthorn.admin.dashboard.CounterChange.oneMore;

import io.posthorn.contracts.auth.ApiKeyCreated;
import io.posthorn.contracts.auth.ApiKeyRevoked;
import io.posthorn.contracts.auth.UserRegistered;
import io.posthorn.contracts.channel.ChannelConnected;
import io.posthorn.contracts.channel.ChannelDisconnected;
import io.posthorn.contracts.contact.ContactCreated;
import io.posthorn.contracts.conversation.ConversationOpened;
import io.posthorn.contracts.media.MediaDeleted;
import io.posthorn.contracts.media.MediaStored;
import io.posthorn.contracts.message.MessageAccepted;
import io.posthorn.contracts.message.MessageReceived;
import io.posthorn.contracts.message.MessageStatusChanged;
import io.posthorn.contracts.template.TemplateApproved;
import io.posthorn.contracts.template.TemplateDeleted;
import io.posthorn.contracts.template.TemplateDisabled;
import io.posthorn.contracts.template.TemplateDrafted;
import io.posthorn.contracts.template.TemplatePaused;
import io.posthorn.contracts.template.TemplateRejected;
import io.posthorn.contracts.template.TemplateSubmitted;
import io.posthorn.kit.caller.CurrentCaller;
import io.posthorn.kit.event.IncomingEvent;
import io.posthorn.kit.tenant.TenantTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Counts what happens in a workspace, so that looking at it costs one small read. */
@ApplicationScoped
public class DashboardService {
    /** The status that accepting gives a message; later ones come as events of their own. */
    private static final String ACCEPTED_STATUS = "queued";

    private final TenantTransaction tenant;
    private final CurrentCaller caller;
    private final DashboardStore store;
    private final StorageStore storage;
    private final ApiKeyProjectionStore keys;
    private final Clock clock;

    DashboardService(
            TenantTransaction tenant,
            CurrentCaller caller,
            DashboardStore store,
            StorageStore storage,
            ApiKeyProjectionStore keys,
            Clock clock) {
        this.tenant = tenant;
        this.caller = caller;
        this.store = store;
        this.storage = storage;
        this.keys = keys;
        this.clock = clock;
    }

    /** Moves the counters that the event concerns. The event comes once; its version tells whether it comes too late. */
    public Uni<Void> count(SqlConnection connection, IncomingEvent event) {
        return changes(connection, event)
                .chain(changes -> store.add(connection, event.workspaceId(), changes, event.time()));
    }

    /** The same for many events of one workspace, in their order. */
    public Uni<Void> count(SqlConnection connection, List<IncomingEvent> events) {
        var many = new ManyMessages(ACCEPTED_STATUS);
        var others = events.stream().filter(event -> !many.takes(event)).toList();
        return Multi.createFrom()
                .iterable(others)
                .onItem()
                .transformToUniAndConcatenate(event -> changes(connection, event))
                .invoke(many::add)
                .collect()
                .last()
                .chain(() -> many.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : store.moveMessages(connection, events.getFirst().workspaceId(), many.moves())
                                .invoke(many::add))
                .chain(() -> store.add(connection, events.getFirst().workspaceId(), many.changes(), latest(events)));
    }

    private static Instant latest(List<IncomingEvent> events) {
        return events.stream().map(IncomingEvent::time).max(Instant::compareTo).orElseThrow();
    }

    /** Keys expire without an event, so the few that are not revoked are counted when somebody looks. */
    Uni<Counters> read() {
        var workspaceId = caller.get().workspaceId();
        return tenant.connection(workspaceId, connection -> store.find(connection, workspaceId)
                .chain(counters -> keys.countActive(connection, workspaceId, clock.instant())
                        .map(active -> counters.with(Counters.API_KEYS_ACTIVE, active))));
    }

    private Uni<List<CounterChange>> changes(SqlConnection connection, IncomingEvent event) {
        return switch (event.event()) {
            case MessageReceived received -> counted(oneMore(Counters.MESSAGES_RECEIVED));
            case MessageAccepted accepted ->
                moveMessage(connection, event, accepted.messageId(), ACCEPTED_STATUS)
                        .map(moves -> Stream.concat(Stream.of(oneMore(Counters.MESSAGES_ACCEPTED)), moves.stream())
                                .toList());
            case MessageStatusChanged changed -> moveMessage(connection, event, changed.messageId(), changed.status());
            case ConversationOpened opened -> counted(oneMore(Counters.CONVERSATIONS_OPENED));
            case ContactCreated created -> counted(oneMore(Counters.CONTACTS));
            case ChannelConnected channel ->
                moveState(connection, event, CountedKind.CHANNEL, channel.channelId(), "connected");
            case ChannelDisconnected channel ->
                moveState(connection, event, CountedKind.CHANNEL, channel.channelId(), "disconnected");
            case TemplateDrafted template -> moveTemplate(connection, event, template.templateId(), "drafted");
            case TemplateSubmitted template -> moveTemplate(connection, event, template.templateId(), "submitted");
            case TemplateApproved template -> moveTemplate(connection, event, template.templateId(), "approved");
            case TemplateRejected template -> moveTemplate(connection, event, template.templateId(), "rejected");
            case TemplatePaused template -> moveTemplate(connection, event, template.templateId(), "paused");
            case TemplateDisabled template -> moveTemplate(connection, event, template.templateId(), "disabled");
            case TemplateDeleted template -> moveTemplate(connection, event, template.templateId(), "deleted");
            case MediaStored media -> storage.add(connection, event.workspaceId(), media.mediaId(), media.size());
            case MediaDeleted media -> storage.remove(connection, event.workspaceId(), media.mediaId());
            case ApiKeyCreated key -> keys.add(connection, key).replaceWith(List.of());
            case ApiKeyRevoked key -> keys.revoke(connection, key).replaceWith(List.of());
            case UserRegistered user -> counted(oneMore(Counters.USERS));
            default -> counted();
        };
    }

    private Uni<List<CounterChange>> moveMessage(
            SqlConnection connection, IncomingEvent event, UUID messageId, String status) {
        return store.moveMessage(connection, event.workspaceId(), messageId, status, event.version());
    }

    private Uni<List<CounterChange>> moveState(
            SqlConnection connection, IncomingEvent event, CountedKind kind, UUID id, String state) {
        return store.moveState(connection, event.workspaceId(), kind, id, state, event.version());
    }

    private Uni<List<CounterChange>> moveTemplate(
            SqlConnection connection, IncomingEvent event, UUID templateId, String state) {
        return moveState(connection, event, CountedKind.TEMPLATE, templateId, state);
    }

    private static Uni<List<CounterChange>> counted(CounterChange... changes) {
        return Uni.createFrom().item(List.of(changes));
    }
}

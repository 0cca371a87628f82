package io.posthorn.admin.dashboard;

import static io.posthorn.admin.dashboard.CounterChange.oneMore;

import io.posthorn.contracts.auth.UserRegistered;
import io.posthorn.contracts.channel.ChannelConnected;
import io.posthorn.contracts.channel.ChannelDisconnected;
import io.posthorn.contracts.contact.ContactCreated;
import io.posthorn.contracts.conversation.ConversationOpened;
import io.posthorn.contracts.media.MediaStored;
import io.posthorn.contracts.message.MessageAccepted;
import io.posthorn.contracts.message.MessageReceived;
import io.posthorn.contracts.message.MessageStatusChanged;
import io.posthorn.contracts.template.TemplateDrafted;
import io.posthorn.kit.caller.CurrentCaller;
import io.posthorn.kit.event.IncomingEvent;
import io.posthorn.kit.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
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

    DashboardService(TenantTransaction tenant, CurrentCaller caller, DashboardStore store) {
        this.tenant = tenant;
        this.caller = caller;
        this.store = store;
    }

    /** Moves the counters that the event concerns. The event comes once; its version tells whether it comes too late. */
    public Uni<Void> count(SqlConnection connection, IncomingEvent event) {
        return changes(connection, event)
                .chain(changes -> store.add(connection, event.workspaceId(), changes, event.time()));
    }

    Uni<Counters> read() {
        return tenant.connection(
                connection -> store.find(connection, caller.get().workspaceId()));
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
            case TemplateDrafted template ->
                moveState(connection, event, CountedKind.TEMPLATE, template.templateId(), "drafted");
            case MediaStored media ->
                counted(oneMore(Counters.MEDIA_COUNT), new CounterChange(Counters.MEDIA_BYTES, media.size()));
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

    private static Uni<List<CounterChange>> counted(CounterChange... changes) {
        return Uni.createFrom().item(List.of(changes));
    }
}

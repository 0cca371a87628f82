package io.posthorn.messaging.receiving;

import io.posthorn.contracts.PosthornEvent;
import io.posthorn.contracts.message.MessageEchoed;
import io.posthorn.contracts.message.MessageReceived;
import io.posthorn.kit.Ids;
import io.posthorn.kit.outbox.Outbox;
import io.posthorn.kit.outbox.OutboxEvent;
import io.posthorn.messaging.conversation.ConversationStore;
import io.posthorn.messaging.conversation.OpenedConversation;
import io.posthorn.messaging.conversation.Parties;
import io.posthorn.messaging.conversation.Received;
import io.posthorn.messaging.identity.KnownSenders;
import io.posthorn.messaging.identity.NewIdentity;
import io.posthorn.messaging.message.MessageStore;
import io.posthorn.messaging.message.NewMessage;
import io.posthorn.messaging.message.ProviderId;
import io.posthorn.messaging.splitting.RoutedMessage;
import io.posthorn.messaging.status.StatusReport;
import io.posthorn.messaging.status.StatusService;
import io.posthorn.messaging.words.ReadMessage;
import io.posthorn.messaging.words.Storable;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Stores messages that Meta told of, customers' and our own people's from the app: new ones by Meta's id, their contacts,
 * their conversations, and the events of it all.
 */
@ApplicationScoped
class InboundMessages {
    private static final String RECEIVED = "received";
    private static final String SENT = "sent";
    private static final ReadMessage.File NO_FILE = new ReadMessage.File(null, null, null, null);

    private final MessageStore messages;
    private final InboundContacts contacts;
    private final ConversationStore conversations;
    private final StatusService statuses;
    private final Outbox outbox;
    private final Clock clock;

    InboundMessages(
            MessageStore messages,
            InboundContacts contacts,
            ConversationStore conversations,
            StatusService statuses,
            Outbox outbox,
            Clock clock) {
        this.messages = messages;
        this.contacts = contacts;
        this.conversations = conversations;
        this.statuses = statuses;
        this.outbox = outbox;
        this.clock = clock;
    }

    Uni<Void> store(SqlConnection connection, UUID workspaceId, List<RoutedMessage> routed) {
        if (routed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var byId = new LinkedHashMap<UUID, RoutedMessage>();
        routed.forEach(message -> byId.put(Ids.next(), message));
        return messages.register(connection, workspaceId, providerIds(byId)).chain(fresh -> {
            byId.keySet().retainAll(fresh.stream().map(ProviderId::messageId).collect(Collectors.toSet()));
            return byId.isEmpty() ? Uni.createFrom().voidItem() : storeFresh(connection, workspaceId, byId);
        });
    }

    private Uni<Void> storeFresh(SqlConnection connection, UUID workspaceId, Map<UUID, RoutedMessage> fresh) {
        var customers =
                fresh.values().stream().map(RoutedMessage::customer).distinct().toList();
        return contacts.of(connection, workspaceId, customers)
                .chain(known -> {
                    var received = received(fresh.values(), known);
                    var parties = received.stream().map(Received::parties).toList();
                    return conversations.open(connection, workspaceId, parties).chain(opened -> conversations
                            .received(connection, workspaceId, received)
                            .chain(touched -> insert(connection, workspaceId, fresh, known, opened, touched)));
                })
                .chain(() -> contacts.change(connection, workspaceId, newIdentities(fresh.values())));
    }

    private Uni<Void> insert(
            SqlConnection connection,
            UUID workspaceId,
            Map<UUID, RoutedMessage> fresh,
            KnownSenders known,
            List<OpenedConversation> opened,
            List<OpenedConversation> touched) {
        var conversationOf =
                touched.stream().collect(Collectors.toMap(OpenedConversation::parties, OpenedConversation::id));
        var rows = new ArrayList<NewMessage>();
        var events = new ArrayList<OutboxEvent>();
        opened.forEach(one -> events.add(new OutboxEvent(workspaceId, 1, one.openedEvent(clock.instant()))));
        fresh.forEach((id, routed) -> {
            var parties = parties(routed, known);
            var row = row(id, routed, parties, conversationOf.get(parties));
            rows.add(row);
            events.add(new OutboxEvent(workspaceId, 1, event(row, routed)));
        });
        return messages.insertAll(connection, workspaceId, rows)
                .chain(() -> sent(connection, workspaceId, fresh))
                .chain(() -> outbox.append(connection, events));
    }

    private NewMessage row(UUID id, RoutedMessage routed, Parties parties, UUID conversationId) {
        var message = routed.message();
        return new NewMessage(
                id,
                conversationId,
                parties.channelId(),
                parties.contactId(),
                routed.direction(),
                message.type(),
                message.content(),
                message.wamid(),
                routed.isEcho() ? SENT : RECEIVED,
                null,
                routed.isEcho() ? null : writtenAt(routed),
                null,
                null,
                message.raw(),
                message.file() != null);
    }

    /** Echoes have left already; their further statuses come as those of any message of ours. */
    private Uni<Void> sent(SqlConnection connection, UUID workspaceId, Map<UUID, RoutedMessage> fresh) {
        var reports = new ArrayList<StatusReport>();
        fresh.forEach((id, routed) -> {
            if (routed.isEcho()) {
                reports.add(StatusReport.decided(id, SENT, writtenAt(routed), null));
            }
        });
        return reports.isEmpty() ? Uni.createFrom().voidItem() : statuses.report(connection, workspaceId, reports);
    }

    private PosthornEvent event(NewMessage row, RoutedMessage routed) {
        var file = routed.message().file() == null ? NO_FILE : routed.message().file();
        return routed.isEcho()
                ? new MessageEchoed(
                        row.id(),
                        row.conversationId(),
                        row.channelId(),
                        row.contactId(),
                        row.type(),
                        writtenAt(routed),
                        file.providerMediaId(),
                        file.mimeType(),
                        file.sha256(),
                        file.fileName())
                : new MessageReceived(
                        row.id(),
                        row.conversationId(),
                        row.channelId(),
                        row.contactId(),
                        row.type(),
                        clock.instant(),
                        file.providerMediaId(),
                        file.mimeType(),
                        file.sha256(),
                        file.fileName());
    }

    private List<Received> received(Iterable<RoutedMessage> fresh, KnownSenders known) {
        var received = new LinkedHashMap<Parties, Received>();
        for (var routed : fresh) {
            var parties = parties(routed, known);
            var at = writtenAt(routed);
            var one = routed.wantsAnswer() ? new Received(parties, 1, at, at) : new Received(parties, 0, at, null);
            received.merge(parties, one, Received::and);
        }
        return List.copyOf(received.values());
    }

    private List<NewIdentity> newIdentities(Iterable<RoutedMessage> fresh) {
        var changes = new ArrayList<NewIdentity>();
        for (var routed : fresh) {
            if (routed.becomes() != null) {
                changes.add(new NewIdentity(routed.customer(), routed.becomes(), writtenAt(routed)));
            }
        }
        return changes;
    }

    private Instant writtenAt(RoutedMessage routed) {
        return Storable.time(routed.message().writtenAt(), clock.instant());
    }

    private static Parties parties(RoutedMessage routed, KnownSenders known) {
        return new Parties(routed.channel().id(), known.contactOf(routed.customer()));
    }

    /** What stands for the attempt to send an echo is the message itself. */
    private static List<ProviderId> providerIds(Map<UUID, RoutedMessage> byId) {
        return byId.entrySet().stream()
                .map(entry -> new ProviderId(
                        entry.getValue().channel().id(),
                        entry.getValue().message().wamid(),
                        entry.getKey(),
                        entry.getValue().isEcho() ? entry.getKey() : null))
                .toList();
    }
}

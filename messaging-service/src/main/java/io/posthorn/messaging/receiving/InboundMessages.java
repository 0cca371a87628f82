package io.posthorn.messaging.receiving;

import io.posthorn.contracts.conversation.ConversationOpened;
import io.posthorn.contracts.message.MessageReceived;
import io.posthorn.kit.Ids;
import io.posthorn.kit.outbox.Outbox;
import io.posthorn.kit.outbox.OutboxEvent;
import io.posthorn.messaging.contact.KnownSenders;
import io.posthorn.messaging.contact.NewIdentity;
import io.posthorn.messaging.conversation.ConversationStore;
import io.posthorn.messaging.conversation.OpenedConversation;
import io.posthorn.messaging.conversation.Parties;
import io.posthorn.messaging.conversation.Received;
import io.posthorn.messaging.message.Direction;
import io.posthorn.messaging.message.Message;
import io.posthorn.messaging.message.MessageFile;
import io.posthorn.messaging.message.MessageStore;
import io.posthorn.messaging.message.ProviderId;
import io.posthorn.messaging.splitting.ReadMessage;
import io.posthorn.messaging.splitting.RoutedMessage;
import io.posthorn.messaging.splitting.Storable;
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

/** Stores what customers wrote: new messages by Meta's id, their contacts, their conversations, and the events of it all. */
@ApplicationScoped
class InboundMessages {
    private final MessageStore messages;
    private final InboundContacts contacts;
    private final ConversationStore conversations;
    private final Outbox outbox;
    private final Clock clock;

    InboundMessages(
            MessageStore messages,
            InboundContacts contacts,
            ConversationStore conversations,
            Outbox outbox,
            Clock clock) {
        this.messages = messages;
        this.contacts = contacts;
        this.conversations = conversations;
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
        var senders =
                fresh.values().stream().map(RoutedMessage::sender).distinct().toList();
        return contacts.of(connection, workspaceId, senders)
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
        var rows = new ArrayList<Message>();
        var events = new ArrayList<>(opened(workspaceId, opened));
        fresh.forEach((id, routed) -> {
            var row = message(workspaceId, id, routed, known, conversationOf);
            rows.add(row);
            events.add(
                    new OutboxEvent(workspaceId, 1, event(row, routed.message().file())));
        });
        return messages.insertAll(connection, workspaceId, rows).chain(() -> outbox.append(connection, events));
    }

    private Message message(
            UUID workspaceId, UUID id, RoutedMessage routed, KnownSenders known, Map<Parties, UUID> conversationOf) {
        var parties = parties(routed, known);
        var message = routed.message();
        return new Message(
                workspaceId,
                id,
                conversationOf.get(parties),
                parties.channelId(),
                parties.contactId(),
                Direction.INBOUND,
                message.type(),
                message.content(),
                message.wamid(),
                "received",
                null,
                null,
                writtenAt(routed),
                clock.instant(),
                null,
                null,
                message.raw(),
                null,
                null,
                null,
                message.file() == null ? null : MessageFile.PENDING);
    }

    private List<OutboxEvent> opened(UUID workspaceId, List<OpenedConversation> opened) {
        var now = clock.instant();
        return opened.stream()
                .map(one -> new OutboxEvent(
                        workspaceId,
                        1,
                        new ConversationOpened(
                                one.id(),
                                one.parties().channelId(),
                                one.parties().contactId(),
                                one.number(),
                                now)))
                .toList();
    }

    private static MessageReceived event(Message message, ReadMessage.File file) {
        return new MessageReceived(
                message.id(),
                message.conversationId(),
                message.channelId(),
                message.contactId(),
                message.type(),
                message.createdAt(),
                file == null ? null : file.providerMediaId(),
                file == null ? null : file.mimeType(),
                file == null ? null : file.sha256(),
                file == null ? null : file.fileName());
    }

    private List<Received> received(Iterable<RoutedMessage> fresh, KnownSenders known) {
        var received = new LinkedHashMap<Parties, Received>();
        for (var routed : fresh) {
            var parties = parties(routed, known);
            var at = writtenAt(routed);
            var one = routed.isNotice() ? new Received(parties, 0, at, null) : new Received(parties, 1, at, at);
            received.merge(parties, one, Received::and);
        }
        return List.copyOf(received.values());
    }

    private List<NewIdentity> newIdentities(Iterable<RoutedMessage> fresh) {
        var changes = new ArrayList<NewIdentity>();
        for (var routed : fresh) {
            if (routed.becomes() != null) {
                changes.add(new NewIdentity(routed.sender(), routed.becomes(), writtenAt(routed)));
            }
        }
        return changes;
    }

    private Instant writtenAt(RoutedMessage routed) {
        return Storable.time(routed.message().writtenAt(), clock.instant());
    }

    private static Parties parties(RoutedMessage routed, KnownSenders known) {
        return new Parties(routed.channel().id(), known.contactOf(routed.sender()));
    }

    private static List<ProviderId> providerIds(Map<UUID, RoutedMessage> byId) {
        return byId.entrySet().stream()
                .map(entry -> new ProviderId(
                        entry.getValue().channel().id(),
                        entry.getValue().message().wamid(),
                        entry.getKey(),
                        null))
                .toList();
    }
}

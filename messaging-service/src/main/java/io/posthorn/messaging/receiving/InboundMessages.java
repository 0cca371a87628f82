package io.posthorn.messaging.receiving;

import io.posthorn.contracts.contact.ContactCreated;
import io.posthorn.contracts.conversation.ConversationOpened;
import io.posthorn.contracts.message.MessageReceived;
import io.posthorn.kit.Ids;
import io.posthorn.kit.outbox.Outbox;
import io.posthorn.kit.outbox.OutboxEvent;
import io.posthorn.messaging.contact.ContactStore;
import io.posthorn.messaging.contact.KnownSenders;
import io.posthorn.messaging.conversation.ConversationStore;
import io.posthorn.messaging.conversation.OpenedConversation;
import io.posthorn.messaging.conversation.Parties;
import io.posthorn.messaging.conversation.Received;
import io.posthorn.messaging.message.Direction;
import io.posthorn.messaging.message.Message;
import io.posthorn.messaging.message.MessageStore;
import io.posthorn.messaging.message.ProviderId;
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
import java.util.function.Function;
import java.util.stream.Collectors;

/** Stores what customers wrote: new messages by Meta's id, their contacts, their conversations, and the events of it all. */
@ApplicationScoped
class InboundMessages {
    private final MessageStore messages;
    private final ContactStore contacts;
    private final ConversationStore conversations;
    private final Outbox outbox;
    private final Clock clock;

    InboundMessages(
            MessageStore messages, ContactStore contacts, ConversationStore conversations, Outbox outbox, Clock clock) {
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
        return contacts.findOrCreate(connection, workspaceId, senders).chain(known -> {
            var received = received(fresh.values(), known);
            var parties = received.stream().map(Received::parties).toList();
            return conversations.open(connection, workspaceId, parties).chain(opened -> conversations
                    .received(connection, workspaceId, received)
                    .chain(touched -> insert(connection, workspaceId, fresh, known, opened, touched)));
        });
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
        fresh.forEach((id, routed) -> rows.add(message(workspaceId, id, routed, known, conversationOf)));
        return messages.insertAll(connection, workspaceId, rows)
                .chain(() -> outbox.append(connection, events(workspaceId, known, opened, rows)));
    }

    private Message message(
            UUID workspaceId, UUID id, RoutedMessage routed, KnownSenders known, Map<Parties, UUID> conversationOf) {
        var parties = parties(routed, known);
        return new Message(
                workspaceId,
                id,
                conversationOf.get(parties),
                parties.channelId(),
                parties.contactId(),
                Direction.INBOUND,
                routed.message().type(),
                Storable.content(routed.message()),
                routed.message().id(),
                "received",
                null,
                null,
                writtenAt(routed),
                clock.instant());
    }

    private List<OutboxEvent> events(
            UUID workspaceId, KnownSenders known, List<OpenedConversation> opened, List<Message> rows) {
        var now = clock.instant();
        var events = new ArrayList<OutboxEvent>();
        known.created()
                .forEach(id -> events.add(new OutboxEvent(workspaceId, 1, new ContactCreated(id, "inbound", now))));
        opened.forEach(one -> events.add(new OutboxEvent(
                workspaceId,
                1,
                new ConversationOpened(
                        one.id(), one.parties().channelId(), one.parties().contactId(), one.number(), now))));
        rows.forEach(message -> events.add(new OutboxEvent(
                workspaceId,
                1,
                new MessageReceived(
                        message.id(),
                        message.conversationId(),
                        message.channelId(),
                        message.contactId(),
                        message.type(),
                        now))));
        return events;
    }

    private List<Received> received(Iterable<RoutedMessage> fresh, KnownSenders known) {
        var received = new LinkedHashMap<Parties, Received>();
        for (var routed : fresh) {
            received.merge(
                    parties(routed, known),
                    new Received(parties(routed, known), 1, writtenAt(routed)),
                    (one, other) -> new Received(
                            one.parties(), one.messages() + other.messages(), later(one.lastAt(), other.lastAt())));
        }
        return List.copyOf(received.values());
    }

    /** Meta's word, but never the future: the 24-hour window hangs on it. */
    private Instant writtenAt(RoutedMessage routed) {
        var now = clock.instant();
        return routed.message().timestamp().filter(now::isAfter).orElse(now);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Parties parties(RoutedMessage routed, KnownSenders known) {
        return new Parties(routed.channel().id(), known.contactOf(routed.sender()));
    }

    private static List<ProviderId> providerIds(Map<UUID, RoutedMessage> byId) {
        Function<Map.Entry<UUID, RoutedMessage>, ProviderId> providerId = entry -> new ProviderId(
                entry.getValue().channel().id(), entry.getValue().message().id(), entry.getKey(), null);
        return byId.entrySet().stream().map(providerId).toList();
    }
}

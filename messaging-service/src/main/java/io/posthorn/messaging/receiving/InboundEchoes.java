package io.posthorn.messaging.receiving;

import io.posthorn.contracts.conversation.ConversationOpened;
import io.posthorn.contracts.message.MessageEchoed;
import io.posthorn.kit.Ids;
import io.posthorn.kit.outbox.Outbox;
import io.posthorn.kit.outbox.OutboxEvent;
import io.posthorn.messaging.contact.KnownSenders;
import io.posthorn.messaging.conversation.ConversationStore;
import io.posthorn.messaging.conversation.OpenedConversation;
import io.posthorn.messaging.conversation.Parties;
import io.posthorn.messaging.conversation.Received;
import io.posthorn.messaging.message.Direction;
import io.posthorn.messaging.message.Message;
import io.posthorn.messaging.message.MessageFile;
import io.posthorn.messaging.message.MessageStore;
import io.posthorn.messaging.message.ProviderId;
import io.posthorn.messaging.message.StatusReport;
import io.posthorn.messaging.message.StatusService;
import io.posthorn.messaging.splitting.RoutedEcho;
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

/** Stores what our own people wrote in the WhatsApp Business app: messages of ours that never went through here. */
@ApplicationScoped
class InboundEchoes {
    private static final String SENT = "sent";

    private final MessageStore messages;
    private final InboundContacts contacts;
    private final ConversationStore conversations;
    private final StatusService statuses;
    private final Outbox outbox;
    private final Clock clock;

    InboundEchoes(
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

    Uni<Void> store(SqlConnection connection, UUID workspaceId, List<RoutedEcho> echoes) {
        if (echoes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var byId = new LinkedHashMap<UUID, RoutedEcho>();
        echoes.forEach(echo -> byId.put(Ids.next(), echo));
        return messages.register(connection, workspaceId, providerIds(byId)).chain(fresh -> {
            byId.keySet().retainAll(fresh.stream().map(ProviderId::messageId).collect(Collectors.toSet()));
            return byId.isEmpty() ? Uni.createFrom().voidItem() : storeFresh(connection, workspaceId, byId);
        });
    }

    private Uni<Void> storeFresh(SqlConnection connection, UUID workspaceId, Map<UUID, RoutedEcho> fresh) {
        var people =
                fresh.values().stream().map(RoutedEcho::recipient).distinct().toList();
        return contacts.of(connection, workspaceId, people).chain(known -> {
            var written = written(fresh.values(), known);
            var parties = written.stream().map(Received::parties).toList();
            return conversations.open(connection, workspaceId, parties).chain(opened -> conversations
                    .received(connection, workspaceId, written)
                    .chain(touched -> insert(connection, workspaceId, fresh, known, opened, touched)));
        });
    }

    private Uni<Void> insert(
            SqlConnection connection,
            UUID workspaceId,
            Map<UUID, RoutedEcho> fresh,
            KnownSenders known,
            List<OpenedConversation> opened,
            List<OpenedConversation> touched) {
        var conversationOf =
                touched.stream().collect(Collectors.toMap(OpenedConversation::parties, OpenedConversation::id));
        var rows = new ArrayList<Message>();
        var events = new ArrayList<OutboxEvent>();
        opened.forEach(one -> events.add(new OutboxEvent(workspaceId, 1, event(one))));
        fresh.forEach((id, echo) -> {
            var row = message(workspaceId, id, echo, known, conversationOf);
            rows.add(row);
            events.add(new OutboxEvent(workspaceId, 1, event(row, echo)));
        });
        var reports = rows.stream()
                .map(row -> StatusReport.decided(row.id(), SENT, row.createdAt(), null))
                .toList();
        return messages.insertAll(connection, workspaceId, rows)
                .chain(() -> statuses.report(connection, workspaceId, reports))
                .chain(() -> outbox.append(connection, events));
    }

    private Message message(
            UUID workspaceId, UUID id, RoutedEcho echo, KnownSenders known, Map<Parties, UUID> conversationOf) {
        var parties = parties(echo, known);
        var message = echo.message();
        return new Message(
                workspaceId,
                id,
                conversationOf.get(parties),
                parties.channelId(),
                parties.contactId(),
                Direction.OUTBOUND,
                message.type(),
                message.content(),
                message.wamid(),
                SENT,
                null,
                null,
                null,
                writtenAt(echo),
                null,
                null,
                message.raw(),
                null,
                null,
                null,
                message.file() == null ? null : MessageFile.PENDING);
    }

    private ConversationOpened event(OpenedConversation one) {
        return new ConversationOpened(
                one.id(), one.parties().channelId(), one.parties().contactId(), one.number(), clock.instant());
    }

    private static MessageEchoed event(Message message, RoutedEcho echo) {
        var file = echo.message().file();
        return new MessageEchoed(
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

    private List<Received> written(Iterable<RoutedEcho> fresh, KnownSenders known) {
        var written = new LinkedHashMap<Parties, Received>();
        for (var echo : fresh) {
            var parties = parties(echo, known);
            written.merge(parties, new Received(parties, 0, writtenAt(echo), null), Received::and);
        }
        return List.copyOf(written.values());
    }

    private Instant writtenAt(RoutedEcho echo) {
        return Storable.time(echo.message().writtenAt(), clock.instant());
    }

    private static Parties parties(RoutedEcho echo, KnownSenders known) {
        return new Parties(echo.channel().id(), known.contactOf(echo.recipient()));
    }

    /** Statuses of it come as of any message of ours; what stands for the attempt is the message itself. */
    private static List<ProviderId> providerIds(Map<UUID, RoutedEcho> byId) {
        return byId.entrySet().stream()
                .map(entry -> new ProviderId(
                        entry.getValue().channel().id(),
                        entry.getValue().message().wamid(),
                        entry.getKey(),
                        entry.getKey()))
                .toList();
    }
}

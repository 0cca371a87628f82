package io.posthorn.messaging.accepting;

import io.posthorn.contracts.contact.ContactCreated;
import io.posthorn.kit.outbox.Outbox;
import io.posthorn.kit.outbox.OutboxEvent;
import io.posthorn.messaging.contact.ContactStore;
import io.posthorn.messaging.conversation.ConversationStore;
import io.posthorn.messaging.conversation.Line;
import io.posthorn.messaging.conversation.OpenedConversation;
import io.posthorn.messaging.conversation.Parties;
import io.posthorn.messaging.conversation.RecipientStore;
import io.posthorn.messaging.identity.KnownSenders;
import io.posthorn.messaging.identity.Sender;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Makes contacts and conversations for whom we write to first. */
@ApplicationScoped
class Strangers {
    private final ContactStore contacts;
    private final ConversationStore conversations;
    private final RecipientStore recipients;
    private final Outbox outbox;
    private final Clock clock;

    Strangers(
            ContactStore contacts,
            ConversationStore conversations,
            RecipientStore recipients,
            Outbox outbox,
            Clock clock) {
        this.contacts = contacts;
        this.conversations = conversations;
        this.recipients = recipients;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The same plans, each with a conversation. */
    Uni<List<Plan>> welcome(SqlConnection connection, UUID workspaceId, List<Plan> plans) {
        var lines = plans.stream()
                .filter(Plan::isForAStranger)
                .map(plan -> plan.recipient().line())
                .distinct()
                .toList();
        return lines.isEmpty()
                ? Uni.createFrom().item(plans)
                : open(connection, workspaceId, lines)
                        .chain(() -> recipients.ofLines(connection, workspaceId, lines))
                        .map(known -> plans.stream()
                                .map(plan -> plan.isForAStranger()
                                        ? plan.with(known.get(plan.recipient().line()))
                                        : plan)
                                .toList());
    }

    private Uni<Void> open(SqlConnection connection, UUID workspaceId, List<Line> lines) {
        var senders = lines.stream().map(Strangers::sender).distinct().toList();
        return contacts.findOrCreate(connection, workspaceId, senders).chain(known -> conversations
                .open(connection, workspaceId, parties(lines, known))
                .chain(opened -> outbox.append(connection, events(workspaceId, known, opened))));
    }

    private List<OutboxEvent> events(UUID workspaceId, KnownSenders known, List<OpenedConversation> opened) {
        var now = clock.instant();
        var events = new ArrayList<OutboxEvent>();
        known.created().forEach(id -> events.add(new OutboxEvent(workspaceId, 1, new ContactCreated(id, "api", now))));
        opened.forEach(one -> events.add(new OutboxEvent(workspaceId, 1, one.openedEvent(now))));
        return events;
    }

    private static List<Parties> parties(List<Line> lines, KnownSenders known) {
        return lines.stream()
                .map(line -> new Parties(line.channelId(), known.contactOf(sender(line))))
                .distinct()
                .toList();
    }

    private static Sender sender(Line line) {
        return new Sender(List.of(line.identity()), null);
    }
}

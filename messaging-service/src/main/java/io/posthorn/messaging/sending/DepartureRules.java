package io.posthorn.messaging.sending;

import io.posthorn.messaging.channel.Channel;
import io.posthorn.messaging.contact.ContactStore;
import io.posthorn.messaging.conversation.ConversationStore;
import io.posthorn.messaging.message.Message;
import io.posthorn.messaging.template.TemplateKey;
import io.posthorn.messaging.template.TemplateSnapshot;
import io.posthorn.messaging.template.TemplateSnapshotStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The gate, once more, at the last moment: since a message was accepted its template may have been paused, its contact may
 * have opted out, its window may have closed.
 */
@ApplicationScoped
class DepartureRules {
    private static final Duration WHILE_PAUSED = Duration.ofSeconds(30);

    private final TemplateSnapshotStore templates;
    private final ContactStore contacts;
    private final ConversationStore conversations;
    private final Clock clock;

    DepartureRules(
            TemplateSnapshotStore templates, ContactStore contacts, ConversationStore conversations, Clock clock) {
        this.templates = templates;
        this.contacts = contacts;
        this.conversations = conversations;
        this.clock = clock;
    }

    /** A verdict for each message. */
    Uni<Map<UUID, Verdict>> verdicts(SqlConnection connection, Channel channel, List<Message> messages) {
        var withTemplate = messages.stream().filter(DepartureRules::isTemplate).toList();
        var others = messages.stream().filter(message -> !isTemplate(message)).toList();
        return ofTemplates(connection, channel, withTemplate)
                .chain(first -> ofOthers(connection, channel, others).map(second -> {
                    var all = new HashMap<>(first);
                    all.putAll(second);
                    return all;
                }));
    }

    private Uni<Map<UUID, Verdict>> ofTemplates(SqlConnection connection, Channel channel, List<Message> messages) {
        if (messages.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        var keys = messages.stream().map(message -> key(channel, message)).collect(Collectors.toSet());
        var people = messages.stream().map(Message::contactId).collect(Collectors.toSet());
        return templates.find(connection, channel.workspaceId(), keys).chain(known -> contacts.optedOut(
                        connection, channel.workspaceId(), people)
                .map(optedOut -> messages.stream()
                        .collect(Collectors.toMap(
                                Message::id,
                                message -> ofTemplate(known.get(key(channel, message)), message, optedOut)))));
    }

    private Verdict ofTemplate(TemplateSnapshot template, Message message, Set<UUID> optedOut) {
        if (template == null) {
            return new Verdict.Never("template_unknown");
        }
        if (template.needsConsent() && optedOut.contains(message.contactId())) {
            return new Verdict.Never("contact_opted_out");
        }
        if (template.isPaused()) {
            return new Verdict.Wait(clock.instant().plus(WHILE_PAUSED), "template_paused");
        }
        return template.isApproved() ? new Verdict.Go() : new Verdict.Never("template_" + template.status());
    }

    private Uni<Map<UUID, Verdict>> ofOthers(SqlConnection connection, Channel channel, List<Message> messages) {
        if (messages.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        var ids = messages.stream().map(Message::conversationId).collect(Collectors.toSet());
        return conversations
                .withOpenWindow(connection, channel.workspaceId(), ids)
                .map(open -> messages.stream()
                        .collect(Collectors.toMap(
                                Message::id,
                                message -> open.contains(message.conversationId())
                                        ? new Verdict.Go()
                                        : new Verdict.Never("window_closed"))));
    }

    private static boolean isTemplate(Message message) {
        return message.type().equals("template");
    }

    private static TemplateKey key(Channel channel, Message message) {
        var content = message.content();
        return new TemplateKey(
                channel.wabaId(),
                content.getString("name"),
                content.getJsonObject("language").getString("code"));
    }
}

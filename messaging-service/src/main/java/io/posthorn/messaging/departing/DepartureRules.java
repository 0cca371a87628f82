package io.posthorn.messaging.departing;

import io.posthorn.messaging.channel.Channel;
import io.posthorn.messaging.contact.ConsentScope;
import io.posthorn.messaging.contact.ContactStore;
import io.posthorn.messaging.conversation.ConversationStore;
import io.posthorn.messaging.limits.LimitStore;
import io.posthorn.messaging.message.Message;
import io.posthorn.messaging.template.TemplateKey;
import io.posthorn.messaging.template.TemplateSnapshot;
import io.posthorn.messaging.template.TemplateSnapshotStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
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
    private final LimitStore limits;
    private final Clock clock;

    DepartureRules(
            TemplateSnapshotStore templates,
            ContactStore contacts,
            ConversationStore conversations,
            LimitStore limits,
            Clock clock) {
        this.templates = templates;
        this.contacts = contacts;
        this.conversations = conversations;
        this.limits = limits;
        this.clock = clock;
    }

    /** What has to be known of a batch: read in a fixed number of statements. */
    private record Known(
            Set<UUID> openWindows,
            Map<TemplateKey, TemplateSnapshot> templates,
            Map<UUID, ConsentScope> optedOut,
            Map<String, Long> marketingPauses) {}

    /** A verdict for each message; {@code recipients} by message. */
    Uni<Map<UUID, Verdict>> verdicts(
            SqlConnection connection, Channel channel, List<Message> messages, Map<UUID, String> recipients) {
        return known(connection, channel, messages, recipients).map(known -> messages.stream()
                .collect(Collectors.toMap(
                        Message::id,
                        message -> isTemplate(message)
                                ? ofTemplate(channel, message, recipients.get(message.id()), known)
                                : ofOther(message, known))));
    }

    private Uni<Known> known(
            SqlConnection connection, Channel channel, List<Message> messages, Map<UUID, String> recipients) {
        var workspace = channel.workspaceId();
        var conversationIds = messages.stream().map(Message::conversationId).collect(Collectors.toSet());
        var withTemplate = messages.stream().filter(DepartureRules::isTemplate).toList();
        var open = conversations.withOpenWindow(connection, workspace, conversationIds);
        if (withTemplate.isEmpty()) {
            return open.map(windows -> new Known(Set.copyOf(windows), Map.of(), Map.of(), Map.of()));
        }
        var keys = withTemplate.stream().map(message -> key(channel, message)).collect(Collectors.toSet());
        var people = withTemplate.stream().map(Message::contactId).collect(Collectors.toSet());
        var numbers = withTemplate.stream()
                .map(message -> recipients.get(message.id()))
                .collect(Collectors.toSet());
        return open.chain(windows -> templates.find(connection, workspace, keys).chain(known -> contacts.optedOut(
                        connection, workspace, people)
                .chain(optedOut -> limits.marketingPauses(connection, workspace, numbers)
                        .map(pauses -> new Known(Set.copyOf(windows), known, optedOut, pauses)))));
    }

    private Verdict ofTemplate(Channel channel, Message message, String recipient, Known known) {
        var template = known.templates().get(key(channel, message));
        if (template == null) {
            return new Verdict.Never("template_unknown");
        }
        var refused = known.optedOut().get(message.contactId());
        if (refused != null && refused.forbids(template.needsConsent(), template.isMarketing())) {
            return new Verdict.Never("contact_opted_out");
        }
        if (template.isPaused()) {
            return new Verdict.Wait(clock.instant().plus(WHILE_PAUSED), "template_paused");
        }
        if (!template.isApproved()) {
            return new Verdict.Never("template_" + template.status());
        }
        var pause = known.marketingPauses().get(recipient);
        if (template.isMarketing() && pause != null) {
            return new Verdict.Wait(clock.instant().plusMillis(pause), "marketing_limit");
        }
        return new Verdict.Go(!known.openWindows().contains(message.conversationId()), template.isMarketing());
    }

    private static Verdict ofOther(Message message, Known known) {
        return known.openWindows().contains(message.conversationId())
                ? new Verdict.Go(false, false)
                : new Verdict.Never("window_closed");
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

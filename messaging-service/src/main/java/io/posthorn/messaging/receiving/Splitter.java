package io.posthorn.messaging.receiving;

import io.posthorn.cloudapi.webhook.ChangeErrors;
import io.posthorn.cloudapi.webhook.ChangeEvent;
import io.posthorn.cloudapi.webhook.InboundMessage;
import io.posthorn.cloudapi.webhook.MalformedItem;
import io.posthorn.cloudapi.webhook.OtherChange;
import io.posthorn.cloudapi.webhook.StatusUpdate;
import io.posthorn.cloudapi.webhook.TemplateStatusUpdate;
import io.posthorn.cloudapi.webhook.WebhookBody;
import io.posthorn.cloudapi.webhook.WebhookChange;
import io.posthorn.cloudapi.webhook.WebhookContact;
import io.posthorn.cloudapi.webhook.WebhookItem;
import io.posthorn.messaging.channel.Account;
import io.posthorn.messaging.channel.AccountChannel;
import io.posthorn.messaging.channel.Channel;
import io.posthorn.messaging.contact.Identity;
import io.posthorn.messaging.contact.Sender;
import io.posthorn.messaging.webhook.JournalEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Takes bodies apart: all entries, all changes, all items; and finds whose they are. Plain Java, no I/O. */
final class Splitter {
    private static final Logger LOG = Logger.getLogger(Splitter.class);

    private record Body(UUID appId, UUID journalId, WebhookBody content) {}

    private final List<Body> bodies = new ArrayList<>();

    /** Fails when the body is no webhook at all. */
    void add(JournalEntry entry) {
        bodies.add(new Body(entry.appId(), entry.id(), WebhookBody.parse(entry.body())));
    }

    Set<String> phoneNumberIds() {
        var ids = new LinkedHashSet<String>();
        bodies.forEach(body -> body.content().changes().forEach(change -> change.phoneNumberId()
                .ifPresent(ids::add)));
        return ids;
    }

    /** The accounts of which something was told that concerns no single number. */
    Set<Account> accounts() {
        return bodies.stream()
                .flatMap(body -> TemplateReports.accounts(body.appId(), body.content()))
                .collect(Collectors.toSet());
    }

    /**
     * The items by workspace. A body counts only for the channels of the app that signed it: naming another app's number in
     * it leads nowhere.
     */
    Map<UUID, Batch> batches(List<Channel> channels, List<AccountChannel> accounts) {
        var batches = new LinkedHashMap<UUID, Batch>();
        for (var body : bodies) {
            TemplateReports.routed(body.appId(), body.journalId(), body.content(), accounts)
                    .forEach(report -> batches.computeIfAbsent(report.channel().workspaceId(), id -> new Batch())
                            .templates()
                            .add(report));
            body.content().changes().forEach(change -> channel(channels, body.appId(), change)
                    .ifPresentOrElse(
                            channel -> add(
                                    batches.computeIfAbsent(channel.workspaceId(), id -> new Batch()), channel, change),
                            () -> LOG.debugf(
                                    "Journal entry %s: no channel for a %s change", body.journalId(), change.field())));
        }
        return batches;
    }

    private static Optional<Channel> channel(List<Channel> channels, UUID appId, WebhookChange change) {
        return channels.stream()
                .filter(channel -> channel.appId().equals(appId)
                        && change.phoneNumberId()
                                .filter(channel.phoneNumberId()::equals)
                                .isPresent())
                .findFirst();
    }

    private static void add(Batch batch, Channel channel, WebhookChange change) {
        for (WebhookItem item : change.items()) {
            switch (item) {
                case InboundMessage message ->
                    sender(channel, change, message)
                            .ifPresentOrElse(
                                    sender -> batch.messages().add(new RoutedMessage(channel, sender, message)),
                                    () -> LOG.warnf(
                                            "Message %s names no sender; it stays in the journal", message.id()));
                case StatusUpdate status -> batch.statuses().add(new RoutedStatus(channel, status));
                case TemplateStatusUpdate template -> LOG.debugf("%s is routed by its account", template);
                case ChangeEvent event -> LOG.debugf("Change %s is not worked off yet", event.field());
                case ChangeErrors errors -> LOG.warnf("Meta has trouble with a number: %s", errors);
                case OtherChange other -> LOG.debugf("Change %s is not worked off yet", other.field());
                case MalformedItem malformed -> LOG.warnf("An item is malformed: %s", malformed.reason());
            }
        }
    }

    /** A phone number, a business-scoped user id, or both; the id can stand in {@code from} itself. */
    private static Optional<Sender> sender(Channel channel, WebhookChange change, InboundMessage message) {
        var contact = change.senderOf(message);
        var identities = new LinkedHashSet<Identity>();
        message.from()
                .map(from -> from.matches("\\d{5,20}")
                        ? Identity.phone(from)
                        : Identity.userId(channel.identityScope(), from))
                .ifPresent(identities::add);
        message.fromUserId()
                .map(userId -> Identity.userId(channel.identityScope(), userId))
                .ifPresent(identities::add);
        return identities.isEmpty()
                ? Optional.empty()
                : Optional.of(new Sender(
                        List.copyOf(identities),
                        contact.flatMap(WebhookContact::name)
                                .map(Storable::text)
                                .orElse(null)));
    }
}

package io.posthorn.messaging.splitting;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.cloudapi.event.CoexistenceEvent;
import io.posthorn.cloudapi.event.PreferenceEvent;
import io.posthorn.cloudapi.event.PreferenceEvent.Preference;
import io.posthorn.cloudapi.inbound.InboundContent;
import io.posthorn.cloudapi.inbound.SystemNotice;
import io.posthorn.cloudapi.webhook.ChangeErrors;
import io.posthorn.cloudapi.webhook.ChangeEvent;
import io.posthorn.cloudapi.webhook.InboundMessage;
import io.posthorn.cloudapi.webhook.MalformedItem;
import io.posthorn.cloudapi.webhook.OtherChange;
import io.posthorn.cloudapi.webhook.StatusUpdate;
import io.posthorn.cloudapi.webhook.TemplateStatusUpdate;
import io.posthorn.cloudapi.webhook.WebhookItem;
import io.posthorn.messaging.channel.Channel;
import io.posthorn.messaging.channel.RoutedChannelEvent;
import io.posthorn.messaging.identity.Identity;
import io.posthorn.messaging.identity.Sender;
import io.posthorn.messaging.revision.Revision;
import io.posthorn.messaging.revision.Revision.Kind;
import io.posthorn.messaging.words.InboundWords;
import io.posthorn.messaging.words.ReadMessage;
import io.posthorn.messaging.words.Storable;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts the items of one change where they belong in a workspace's batch. */
final class Sorter {
    private static final String MARKETING = "marketing_messages";
    private static final Set<String> UNWANTED = Set.of("stop");
    private static final Set<String> WANTED = Set.of("resume", "signup");

    private final Batch batch;
    private final List<Channel> channels;
    private final Told told;

    /** @param channels the number of a change that names one, else those of the account; at least one */
    Sorter(Batch batch, List<Channel> channels, Told told) {
        this.batch = batch;
        this.channels = channels;
        this.told = told;
    }

    void add(WebhookItem item) {
        switch (item) {
            case InboundMessage message -> message(message);
            case StatusUpdate status -> status(status);
            case TemplateStatusUpdate template -> {} // routed by its account, see TemplateReports
            case ChangeEvent change -> event(change);
            case ChangeErrors errors -> notice(errors.raw(), "errors");
            case OtherChange other -> notice(other.raw(), null);
            case MalformedItem malformed -> notice(malformed.raw(), malformed.reason());
        }
    }

    private void message(InboundMessage message) {
        var sender = number().flatMap(channel -> Senders.of(channel, told.change(), message));
        if (sender.isEmpty()) {
            notice(message.raw(), "a message without sender");
            return;
        }
        var content = message.content();
        if (!revision(number().get(), sender.get(), message.id(), content, message.raw(), message.timestamp())) {
            batch.messages()
                    .add(RoutedMessage.ofCustomer(
                            number().get(), sender.get(), ReadMessage.of(message), becomes(number().get(), content)));
        }
    }

    private void status(StatusUpdate status) {
        number().ifPresentOrElse(
                        channel -> batch.statuses().add(new RoutedStatus(channel, status)),
                        () -> notice(status.raw(), "a status without number"));
    }

    private void event(ChangeEvent change) {
        var heard = Accounts.concerned(channels, change.event()).stream()
                .map(channel -> new RoutedChannelEvent(channel.id(), change.event()))
                .toList();
        if (change.event() instanceof CoexistenceEvent.Echoes echoes && number().isPresent()) {
            batch.channelEvents().addAll(heard);
            echoes.messages().forEach(message -> echo(number().get(), message));
            return;
        }
        if (change.event() instanceof PreferenceEvent event) {
            event.preferences().forEach(this::preference);
        }
        notice(change.raw(), null, heard);
    }

    private void preference(Preference preference) {
        if (preference.category().equals(MARKETING)
                && (WANTED.contains(preference.value()) || UNWANTED.contains(preference.value()))) {
            number().flatMap(channel -> Senders.of(channel, told.change(), preference))
                    .ifPresent(sender -> batch.preferences()
                            .add(new RoutedPreference(sender, WANTED.contains(preference.value()), preference.at())));
        }
    }

    private void echo(Channel channel, CoexistenceEvent.Message message) {
        var recipient = Senders.of(channel, message.to(), message.toUserId());
        if (revision(channel, null, message.id(), message.content(), message.raw(), message.timestamp())) {
            return;
        }
        recipient.ifPresentOrElse(
                to -> batch.messages().add(RoutedMessage.echo(channel, to, ReadMessage.of(message))),
                () -> notice(message.raw(), "an echo without recipient"));
    }

    /** False where the content is a message of its own. */
    private boolean revision(
            Channel channel,
            Sender sender,
            String wamid,
            InboundContent content,
            JsonNode raw,
            Optional<Instant> doneAt) {
        var revision =
                switch (content) {
                    case InboundContent.Edit edit ->
                        new Done(
                                Kind.EDIT,
                                edit.originalMessageId(),
                                InboundWords.of(edit.type(), edit.content()).json());
                    case InboundContent.Revocation revocation ->
                        new Done(Kind.DELETION, revocation.originalMessageId(), new JsonObject());
                    case InboundContent.Reaction reaction ->
                        new Done(
                                Kind.REACTION,
                                reaction.messageId(),
                                Revision.emoji(
                                        reaction.emoji().map(Storable::text).orElse(null)));
                    default -> null;
                };
        if (revision != null) {
            batch.revisions()
                    .add(new RoutedRevision(
                            channel,
                            sender,
                            wamid,
                            revision.kind(),
                            revision.target(),
                            revision.content(),
                            Storable.json(raw),
                            doneAt));
        }
        return revision != null;
    }

    private record Done(Kind kind, String target, JsonObject content) {}

    private static Identity becomes(Channel channel, InboundContent content) {
        return content instanceof SystemNotice notice
                ? Senders.after(channel, notice).orElse(null)
                : null;
    }

    private Optional<Channel> number() {
        return told.change().phoneNumberId().isPresent() ? Optional.of(channels.getFirst()) : Optional.empty();
    }

    private void notice(JsonNode raw, String reason) {
        notice(raw, reason, List.of());
    }

    private void notice(JsonNode raw, String reason, List<RoutedChannelEvent> events) {
        var channel = channels.size() == 1 ? channels.getFirst().id() : null;
        batch.notices().add(new RoutedNotice(told.notice(channel, raw, reason), events));
    }
}

package io.posthorn.messaging.splitting;

import io.posthorn.cloudapi.event.PreferenceEvent.Preference;
import io.posthorn.cloudapi.inbound.SystemNotice;
import io.posthorn.cloudapi.webhook.InboundMessage;
import io.posthorn.cloudapi.webhook.WebhookChange;
import io.posthorn.cloudapi.webhook.WebhookContact;
import io.posthorn.messaging.channel.Channel;
import io.posthorn.messaging.identity.Identity;
import io.posthorn.messaging.identity.Sender;
import io.posthorn.messaging.words.Storable;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Who wrote, or is written to: a phone number, a business-scoped user id, or both; the id can stand in the number's place. */
final class Senders {
    private static final int LONGEST = 255;

    private Senders() {}

    static Optional<Sender> of(Channel channel, WebhookChange change, InboundMessage message) {
        return known(
                channel,
                message.from(),
                message.fromUserId(),
                change.senderOf(message),
                message.timestamp().orElse(null));
    }

    static Optional<Sender> of(Channel channel, WebhookChange change, Preference preference) {
        var described = change.contacts().stream()
                .filter(contact ->
                        same(contact.waId(), preference.waId()) || same(contact.userId(), preference.userId()))
                .findFirst();
        return known(
                channel,
                preference.waId(),
                preference.userId(),
                described,
                preference.at().orElse(null));
    }

    /** Whom an echo is for. */
    static Optional<Sender> of(Channel channel, Optional<String> to, Optional<String> toUserId) {
        return known(channel, to, toUserId, Optional.empty(), null);
    }

    /** How a customer is known after what a notice says. */
    static Optional<Identity> after(Channel channel, SystemNotice notice) {
        return switch (notice) {
            case SystemNotice.NumberChanged changed ->
                changed.newWaId()
                        .map(number -> number.replaceAll("\\D", ""))
                        .filter(digits -> digits.matches("\\d{5,20}"))
                        .map(Identity::phone);
            case SystemNotice.UserIdChanged changed ->
                changed.newUserId()
                        .filter(id -> id.length() <= LONGEST)
                        .map(id -> Identity.userId(channel.identityScope(), Storable.text(id)));
            case SystemNotice.IdentityChanged changed -> Optional.empty();
        };
    }

    private static Optional<Sender> known(
            Channel channel,
            Optional<String> number,
            Optional<String> userId,
            Optional<WebhookContact> described,
            Instant at) {
        var identities = new LinkedHashSet<Identity>();
        number.filter(Senders::isStorable).map(text -> identity(channel, text)).ifPresent(identities::add);
        userId.filter(Senders::isStorable)
                .map(id -> Identity.userId(channel.identityScope(), Storable.text(id)))
                .ifPresent(identities::add);
        return identities.isEmpty()
                ? Optional.empty()
                : Optional.of(new Sender(
                        List.copyOf(identities),
                        described
                                .flatMap(WebhookContact::name)
                                .map(Storable::text)
                                .orElse(null),
                        described
                                .flatMap(WebhookContact::username)
                                .map(Storable::text)
                                .orElse(null),
                        at));
    }

    private static Identity identity(Channel channel, String text) {
        return text.matches("\\d{5,20}")
                ? Identity.phone(text)
                : Identity.userId(channel.identityScope(), Storable.text(text));
    }

    private static boolean isStorable(String text) {
        return text.length() <= LONGEST;
    }

    private static boolean same(Optional<String> one, Optional<String> other) {
        return one.isPresent() && one.equals(other);
    }
}

package io.posthorn.messaging.conversation;

import io.posthorn.messaging.contact.ConsentScope;
import io.posthorn.messaging.identity.Identity;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Whom a message is for, as far as they are known: a stranger has neither contact nor conversation.
 *
 * @param refused what they do not want; null while they have not opted out
 */
public record Recipient(
        UUID channelId,
        Identity identity,
        UUID contactId,
        UUID conversationId,
        Instant lastInboundAt,
        ConsentScope refused) {
    private static final Duration WINDOW = Duration.ofHours(24);

    public static Recipient stranger(Line line) {
        return new Recipient(line.channelId(), line.identity(), null, null, null, null);
    }

    /** The digits of the phone, or the business-scoped user id. */
    public String address() {
        return identity.value();
    }

    /** WhatsApp hides the phone. */
    public boolean isKnownByUserIdOnly() {
        return identity.isUserId();
    }

    public boolean windowOpenAt(Instant moment) {
        return lastInboundAt != null && moment.isBefore(lastInboundAt.plus(WINDOW));
    }

    /** Whether a template may not be sent to them. */
    public boolean refuses(boolean needsConsent, boolean isMarketing) {
        return refused != null && refused.forbids(needsConsent, isMarketing);
    }

    public Line line() {
        return new Line(channelId, identity);
    }
}

package io.posthorn.messaging.conversation;

import io.posthorn.messaging.contact.Identity;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Whom a message is for, as far as they are known: a stranger has neither contact nor conversation. */
public record Recipient(
        UUID channelId,
        Identity identity,
        UUID contactId,
        UUID conversationId,
        Instant lastInboundAt,
        boolean optedOut) {
    private static final Duration WINDOW = Duration.ofHours(24);

    public static Recipient stranger(Line line) {
        return new Recipient(line.channelId(), line.identity(), null, null, null, false);
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

    public Line line() {
        return new Line(channelId, identity);
    }
}

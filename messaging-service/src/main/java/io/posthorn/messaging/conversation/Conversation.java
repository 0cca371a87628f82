package io.posthorn.messaging.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A conversation as it stands. */
public record Conversation(
        UUID workspaceId,
        UUID id,
        long number,
        UUID channelId,
        UUID contactId,
        String contactName,
        String status,
        int unreadCount,
        Instant openedAt,
        Instant lastInboundAt,
        Instant lastMessageAt,
        long version) {
    private static final Duration WINDOW = Duration.ofHours(24);

    /** When free text stops being allowed; null when the customer never wrote. */
    public Instant windowExpiresAt() {
        return lastInboundAt == null ? null : lastInboundAt.plus(WINDOW);
    }

    public boolean windowOpenAt(Instant moment) {
        return lastInboundAt != null && moment.isBefore(windowExpiresAt());
    }
}

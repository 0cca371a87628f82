package io.posthorn.messaging.conversation;

import java.time.Instant;
import java.util.UUID;

/** A conversation as clients see it. */
public record ConversationView(
        UUID id,
        long number,
        UUID channelId,
        Contact contact,
        String status,
        int unreadCount,
        Window window,
        Instant openedAt,
        Instant lastMessageAt) {

    /** Whom it is with. */
    public record Contact(UUID id, String name) {}

    /** Until when free text may be sent; null when the customer never wrote. */
    public record Window(Instant expiresAt) {}

    static ConversationView of(Conversation conversation) {
        return new ConversationView(
                conversation.id(),
                conversation.number(),
                conversation.channelId(),
                new Contact(conversation.contactId(), conversation.contactName()),
                conversation.status(),
                conversation.unreadCount(),
                new Window(conversation.windowExpiresAt()),
                conversation.openedAt(),
                conversation.lastMessageAt());
    }
}

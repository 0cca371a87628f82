package io.posthorn.messaging.conversation;

import io.posthorn.contracts.conversation.ConversationOpened;
import java.time.Instant;
import java.util.UUID;

/** A conversation by its parties. */
public record OpenedConversation(UUID id, long number, Parties parties) {
    public ConversationOpened openedEvent(Instant now) {
        return new ConversationOpened(id, parties.channelId(), parties.contactId(), number, now);
    }
}

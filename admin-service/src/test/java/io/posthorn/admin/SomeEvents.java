package io.posthorn.admin;

import io.posthorn.contracts.auth.UserRegistered;
import io.posthorn.contracts.channel.ChannelConnected;
import io.posthorn.contracts.channel.ChannelDisconnected;
import io.posthorn.contracts.contact.ContactCreated;
import io.posthorn.contracts.conversation.ConversationOpened;
import io.posthorn.contracts.conversation.ConversationRead;
import io.posthorn.contracts.media.MediaStored;
import io.posthorn.contracts.message.MessageAccepted;
import io.posthorn.contracts.message.MessageReceived;
import io.posthorn.contracts.message.MessageStatusChanged;
import io.posthorn.contracts.template.TemplateDrafted;
import io.posthorn.kit.Ids;
import java.time.Instant;
import java.util.UUID;

/** Events of which a test states only what it cares about. */
public final class SomeEvents {
    private SomeEvents() {}

    public static UserRegistered userRegistered(UUID workspaceId, UUID userId) {
        return new UserRegistered(userId, workspaceId, "Señora Müller & Söhne", Instant.now());
    }

    public static ChannelConnected channelConnected(UUID channelId) {
        return new ChannelConnected(channelId, "Support", "4001", "3001", Ids.next(), Instant.now());
    }

    public static ChannelDisconnected channelDisconnected(UUID channelId) {
        return new ChannelDisconnected(channelId, Ids.next(), Instant.now());
    }

    public static ContactCreated contactCreated() {
        return new ContactCreated(Ids.next(), "inbound", Instant.now());
    }

    public static ConversationOpened conversationOpened() {
        return new ConversationOpened(Ids.next(), Ids.next(), Ids.next(), 1, Instant.now());
    }

    public static ConversationRead conversationRead(UUID readBy) {
        return new ConversationRead(Ids.next(), readBy, Instant.now());
    }

    public static MediaStored mediaStored(long size) {
        return new MediaStored(Ids.next(), "image", "image/png", size, Ids.next(), Instant.now());
    }

    public static TemplateDrafted templateDrafted() {
        return new TemplateDrafted(Ids.next(), "order_update", "en_US", "UTILITY", Ids.next(), Instant.now());
    }

    public static MessageReceived messageReceived(UUID conversationId) {
        return new MessageReceived(Ids.next(), conversationId, Ids.next(), Ids.next(), "text", Instant.now());
    }

    public static MessageAccepted messageAccepted(UUID messageId, UUID conversationId) {
        return new MessageAccepted(
                messageId, conversationId, Ids.next(), Ids.next(), "text", Ids.next(), Instant.now());
    }

    public static MessageStatusChanged statusChanged(UUID messageId, UUID conversationId, String status) {
        return new MessageStatusChanged(messageId, conversationId, Ids.next(), status, null, Instant.now());
    }
}

package io.posthorn.admin;

import io.posthorn.contracts.auth.ApiKeyCreated;
import io.posthorn.contracts.auth.ApiKeyRevoked;
import io.posthorn.contracts.auth.ApiKeyUsed;
import io.posthorn.contracts.auth.UserRegistered;
import io.posthorn.contracts.channel.ChannelConnected;
import io.posthorn.contracts.channel.ChannelDisconnected;
import io.posthorn.contracts.contact.ContactConsentChanged;
import io.posthorn.contracts.contact.ContactCreated;
import io.posthorn.contracts.conversation.ConversationOpened;
import io.posthorn.contracts.conversation.ConversationRead;
import io.posthorn.contracts.media.MediaDeleted;
import io.posthorn.contracts.media.MediaStored;
import io.posthorn.contracts.message.MessageAccepted;
import io.posthorn.contracts.message.MessageReceived;
import io.posthorn.contracts.message.MessageStatusChanged;
import io.posthorn.contracts.template.TemplateApproved;
import io.posthorn.contracts.template.TemplateDrafted;
import io.posthorn.contracts.template.TemplatePaused;
import io.posthorn.contracts.template.TemplateRejected;
import io.posthorn.contracts.template.TemplateSubmitted;
import io.posthorn.kit.Ids;
import java.time.Instant;
import java.util.List;
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

    public static TemplateSubmitted templateSubmitted(UUID templateId) {
        return new TemplateSubmitted(
                templateId,
                1,
                Ids.next(),
                "3001",
                "order_update",
                "en_US",
                "UTILITY",
                List.of(),
                Ids.next(),
                Instant.now());
    }

    public static TemplateApproved templateApproved(UUID templateId) {
        return new TemplateApproved(
                templateId, 1, "3001", "order_update", "en_US", "UTILITY", List.of(), Instant.now());
    }

    public static TemplateRejected templateRejected(UUID templateId) {
        return new TemplateRejected(
                templateId, 1, "3001", "order_update", "en_US", "UTILITY", "TAG_CONTENT_MISMATCH", Instant.now());
    }

    public static TemplatePaused templatePaused(UUID templateId) {
        return new TemplatePaused(
                templateId, 1, "3001", "order_update", "en_US", "UTILITY", "FIRST_PAUSE", Instant.now());
    }

    public static MediaDeleted mediaDeleted(UUID mediaId) {
        return new MediaDeleted(mediaId, Ids.next(), Instant.now());
    }

    public static ContactConsentChanged consentChanged(UUID changedBy) {
        return new ContactConsentChanged(Ids.next(), "opted_out", changedBy, Instant.now());
    }

    public static ApiKeyCreated apiKeyCreated(UUID workspaceId, UUID keyId, Instant expiresAt) {
        return new ApiKeyCreated(
                keyId, workspaceId, "Shop", "agent", "messages:write", Ids.next(), expiresAt, Instant.now());
    }

    public static ApiKeyRevoked apiKeyRevoked(UUID workspaceId, UUID keyId) {
        return new ApiKeyRevoked(keyId, workspaceId, Ids.next(), Instant.now());
    }

    public static ApiKeyUsed apiKeyUsed(UUID workspaceId, UUID keyId) {
        return new ApiKeyUsed(keyId, workspaceId, "203.0.113.7", Instant.now());
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

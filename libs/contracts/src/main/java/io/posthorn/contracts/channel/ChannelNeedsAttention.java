package io.posthorn.contracts.channel;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * Nothing leaves through a WhatsApp number before a person has looked; its messages wait. The {@code reason} is a word for programs,
 * such as {@code token_invalid}; {@code detail} is for people and null where there is nothing to add.
 */
public record ChannelNeedsAttention(UUID channelId, String reason, String detail, Instant needsAttentionSince)
        implements PosthornEvent {
    @Override
    public UUID key() {
        return channelId;
    }
}

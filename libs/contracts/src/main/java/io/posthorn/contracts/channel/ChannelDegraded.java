package io.posthorn.contracts.channel;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * A WhatsApp number works badly, because Meta cannot be reached or fails; it is tried again without anybody's help. The {@code reason} is
 * a word for programs, such as {@code meta_unreachable}.
 */
public record ChannelDegraded(UUID channelId, String reason, Instant degradedAt) implements PosthornEvent {
    @Override
    public UUID key() {
        return channelId;
    }
}

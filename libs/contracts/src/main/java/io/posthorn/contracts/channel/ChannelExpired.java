package io.posthorn.contracts.channel;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * A WhatsApp number was not used for so long that it is on no longer.
 */
public record ChannelExpired(UUID channelId, Instant expiredAt) implements PosthornEvent {
    @Override
    public UUID key() {
        return channelId;
    }
}

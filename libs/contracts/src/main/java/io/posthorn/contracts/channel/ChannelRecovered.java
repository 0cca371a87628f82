package io.posthorn.contracts.channel;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * A WhatsApp number works again: what troubled it is gone, and what waited for it goes on.
 */
public record ChannelRecovered(UUID channelId, Instant recoveredAt) implements PosthornEvent {
    @Override
    public UUID key() {
        return channelId;
    }
}

package io.posthorn.contracts.channel;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** A WhatsApp number was taken off; nothing is sent or received through it any more. */
public record ChannelDisconnected(UUID channelId, UUID disconnectedBy, Instant disconnectedAt)
        implements PosthornEvent {
    @Override
    public UUID key() {
        return channelId;
    }
}

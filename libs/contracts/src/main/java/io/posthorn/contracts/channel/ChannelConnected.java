package io.posthorn.contracts.channel;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** A WhatsApp number was connected and its webhooks subscribed. */
public record ChannelConnected(
        UUID channelId, String name, String phoneNumberId, String wabaId, UUID connectedBy, Instant connectedAt)
        implements PosthornEvent {
    @Override
    public UUID key() {
        return channelId;
    }
}

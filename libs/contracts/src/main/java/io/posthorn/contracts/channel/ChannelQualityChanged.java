package io.posthorn.contracts.channel;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * Meta thinks otherwise of a WhatsApp number, or allows it more or less. Quality and tier are Meta's words; {@code messagingLimit}, how many people may
 * be written to first in a day, is null where there is no limit or none is known, as is {@code callsPerSecond}.
 */
public record ChannelQualityChanged(
        UUID channelId,
        String qualityRating,
        String messagingTier,
        Integer messagingLimit,
        Integer callsPerSecond,
        Instant changedAt)
        implements PosthornEvent {
    @Override
    public UUID key() {
        return channelId;
    }
}

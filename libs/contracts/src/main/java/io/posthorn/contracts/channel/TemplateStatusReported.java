package io.posthorn.contracts.channel;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * Meta told, by webhook, what became of a message template of the channel's WhatsApp Business account. {@code status} is
 * Meta's word ({@code APPROVED}, {@code REJECTED}, {@code PAUSED} ...), {@code language} a code with an underscore, and
 * {@code reason} null where Meta gave none.
 */
public record TemplateStatusReported(
        UUID channelId,
        String wabaId,
        String providerTemplateId,
        String name,
        String language,
        String status,
        String reason,
        Instant reportedAt)
        implements PosthornEvent {
    @Override
    public UUID key() {
        return channelId;
    }
}

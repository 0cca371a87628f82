package io.posthorn.messaging.channel;

import java.time.Instant;
import java.util.UUID;

/**
 * A channel as clients see it; never its tokens, but for the verify token, which people copy into Meta's dashboard.
 *
 * @param statusReason why it is not active, a word such as {@code token_invalid}; {@code GET /channels/{id}/health} explains
 */
public record ChannelView(
        UUID id,
        String name,
        String phoneNumberId,
        String wabaId,
        String portfolioId,
        String displayPhoneNumber,
        String verifiedName,
        ChannelStatus status,
        String statusReason,
        Instant statusSince,
        Webhook webhook,
        Instant createdAt) {

    /** Where Meta posts, and the token with which it first asks. */
    public record Webhook(String url, String verifyToken) {}
}

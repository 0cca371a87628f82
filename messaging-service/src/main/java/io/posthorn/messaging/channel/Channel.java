package io.posthorn.messaging.channel;

import java.time.Instant;
import java.util.UUID;

/**
 * A connected number. Its secrets stay sealed; whoever needs one opens it for the moment.
 *
 * @param statusReason the word of a {@link ChannelReason}, null when there is nothing to say
 */
public record Channel(
        UUID workspaceId,
        UUID id,
        String name,
        String phoneNumberId,
        String wabaId,
        String portfolioId,
        String displayPhoneNumber,
        String verifiedName,
        UUID appId,
        String appKey,
        byte[] sealedAccessToken,
        byte[] sealedVerifyToken,
        ChannelStatus status,
        String statusReason,
        Instant statusSince,
        Instant createdAt,
        long version) {

    /** Where business-scoped user ids of this channel are valid. */
    public String identityScope() {
        return portfolioId == null ? "waba:" + wabaId : portfolioId;
    }

    @Override
    public String toString() {
        return "Channel[%s, %s]".formatted(id, status);
    }
}

package io.posthorn.media.inbound;

import java.time.Instant;
import java.util.UUID;

/** A file at Meta that belongs to a message. */
record InboundFile(
        UUID workspaceId,
        UUID messageId,
        UUID channelId,
        String providerMediaId,
        String fileName,
        int attempts,
        Instant receivedAt) {
    @Override
    public String toString() {
        return "InboundFile[%s]".formatted(messageId);
    }
}

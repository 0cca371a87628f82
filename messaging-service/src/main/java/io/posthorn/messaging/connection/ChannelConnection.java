package io.posthorn.messaging.connection;

import java.util.UUID;

/** What a neighbour needs to speak to Meta for a channel. Never shows the token. */
public record ChannelConnection(UUID channelId, String phoneNumberId, String wabaId, String accessToken) {
    @Override
    public String toString() {
        return "ChannelConnection[%s]".formatted(channelId);
    }
}

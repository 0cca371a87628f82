package io.posthorn.media.provider;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.posthorn.cloudapi.graph.Credentials;
import java.util.UUID;

/** What messaging-service lends us to speak to Meta for a channel. Never shows the token. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ChannelConnection(UUID channelId, String phoneNumberId, String wabaId, String accessToken) {
    Credentials credentials() {
        return new Credentials(accessToken);
    }

    @Override
    public String toString() {
        return "ChannelConnection[%s]".formatted(channelId);
    }
}

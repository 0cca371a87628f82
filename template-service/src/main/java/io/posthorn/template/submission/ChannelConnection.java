package io.posthorn.template.submission;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.posthorn.cloudapi.graph.Credentials;

/** What messaging-service lends us to speak to Meta for a channel. Never shows the token. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ChannelConnection(String wabaId, String accessToken) {
    Credentials credentials() {
        return new Credentials(accessToken);
    }

    @Override
    public String toString() {
        return "ChannelConnection[%s]".formatted(wabaId);
    }
}

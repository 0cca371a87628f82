package io.posthorn.simulator.content;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.media.MediaKind;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class AudioType extends MediaMessage {
    AudioType() {
        super(MediaKind.AUDIO, "voice");
    }

    @Override
    public boolean isPlayed(JsonNode content) {
        return content.path("voice").asBoolean(false);
    }
}

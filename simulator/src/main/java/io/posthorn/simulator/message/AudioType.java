package io.posthorn.simulator.message;

import io.posthorn.simulator.media.MediaKind;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class AudioType extends MediaMessage {
    AudioType() {
        super(MediaKind.AUDIO, "voice");
    }
}

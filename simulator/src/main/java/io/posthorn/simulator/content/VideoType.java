package io.posthorn.simulator.content;

import io.posthorn.simulator.media.MediaKind;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class VideoType extends MediaMessage {
    VideoType() {
        super(MediaKind.VIDEO, "caption");
    }
}

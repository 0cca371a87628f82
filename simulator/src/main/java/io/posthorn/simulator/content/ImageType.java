package io.posthorn.simulator.content;

import io.posthorn.simulator.media.MediaKind;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ImageType extends MediaMessage {
    ImageType() {
        super(MediaKind.IMAGE, "caption");
    }
}

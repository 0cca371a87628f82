package io.posthorn.simulator.content;

import io.posthorn.simulator.media.MediaKind;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class StickerType extends MediaMessage {
    StickerType() {
        super(MediaKind.STICKER);
    }
}

package io.posthorn.simulator.content;

import io.posthorn.simulator.media.MediaKind;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class DocumentType extends MediaMessage {
    DocumentType() {
        super(MediaKind.DOCUMENT, "caption", "filename");
    }
}

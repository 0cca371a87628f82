package io.posthorn.cloudapi.interactive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.part.Json;
import io.posthorn.cloudapi.part.MediaKind;
import io.posthorn.cloudapi.part.MediaReference;
import io.posthorn.cloudapi.rule.Violations;
import java.util.Set;

/** What stands above the body. */
public sealed interface Header {
    int MAX_TEXT = 60;

    record Text(String text) implements Header {
        @Override
        public ObjectNode toJson() {
            return Json.object().put("type", "text").put("text", text);
        }

        @Override
        public void check(Violations found, String pointer) {
            found.text(pointer + "/text", "header", text, MAX_TEXT);
        }
    }

    /** An image, a video or a document. */
    record Media(MediaKind kind, MediaReference media) implements Header {
        private static final Set<MediaKind> TAKEN = Set.of(MediaKind.IMAGE, MediaKind.VIDEO, MediaKind.DOCUMENT);

        @Override
        public ObjectNode toJson() {
            return Json.set(Json.object().put("type", kind.word()), kind.word(), media.toJson());
        }

        @Override
        public void check(Violations found, String pointer) {
            found.require(
                    TAKEN.contains(kind),
                    pointer + "/type",
                    "header_kind",
                    "A header is a text, an image, a video or a document");
            media.check(found, pointer + "/" + kind.word());
        }
    }

    ObjectNode toJson();

    void check(Violations found, String pointer);
}

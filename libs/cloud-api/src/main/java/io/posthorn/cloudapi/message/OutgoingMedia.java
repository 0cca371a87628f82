package io.posthorn.cloudapi.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.part.Json;
import io.posthorn.cloudapi.part.MediaKind;
import io.posthorn.cloudapi.part.MediaReference;
import io.posthorn.cloudapi.rule.Violations;
import java.util.Optional;

/** A file, uploaded before or at a public address; each kind has what its phone bubble shows. */
public sealed interface OutgoingMedia extends OutgoingMessage {
    int MAX_CAPTION = 1024;
    int MAX_FILENAME = 240;

    record Image(Envelope envelope, MediaReference media, Optional<String> caption) implements OutgoingMedia {
        public Image {
            enforce(envelope, MediaKind.IMAGE, media, caption);
        }

        @Override
        public MediaKind kind() {
            return MediaKind.IMAGE;
        }

        @Override
        public String toString() {
            return OutgoingMessage.described(this);
        }
    }

    record Video(Envelope envelope, MediaReference media, Optional<String> caption) implements OutgoingMedia {
        public Video {
            enforce(envelope, MediaKind.VIDEO, media, caption);
        }

        @Override
        public MediaKind kind() {
            return MediaKind.VIDEO;
        }

        @Override
        public String toString() {
            return OutgoingMessage.described(this);
        }
    }

    /** With {@code voice} it is a voice note, which must be Ogg with Opus. */
    record Audio(Envelope envelope, MediaReference media, boolean voice) implements OutgoingMedia {
        public Audio {
            enforce(envelope, MediaKind.AUDIO, media, Optional.empty());
        }

        @Override
        public MediaKind kind() {
            return MediaKind.AUDIO;
        }

        @Override
        public Optional<String> caption() {
            return Optional.empty();
        }

        @Override
        public ObjectNode content() {
            return voice ? OutgoingMedia.super.content().put("voice", true) : OutgoingMedia.super.content();
        }

        @Override
        public String toString() {
            return OutgoingMessage.described(this);
        }
    }

    record Document(Envelope envelope, MediaReference media, Optional<String> caption, Optional<String> filename)
            implements OutgoingMedia {
        public Document {
            Violations.enforce(found -> {
                check(found, envelope, MediaKind.DOCUMENT, media, caption);
                found.text("/document/filename", "filename", filename, MAX_FILENAME);
            });
        }

        @Override
        public MediaKind kind() {
            return MediaKind.DOCUMENT;
        }

        @Override
        public ObjectNode content() {
            return Json.put(OutgoingMedia.super.content(), "filename", filename);
        }

        @Override
        public String toString() {
            return OutgoingMessage.described(this);
        }
    }

    record Sticker(Envelope envelope, MediaReference media) implements OutgoingMedia {
        public Sticker {
            enforce(envelope, MediaKind.STICKER, media, Optional.empty());
        }

        @Override
        public MediaKind kind() {
            return MediaKind.STICKER;
        }

        @Override
        public Optional<String> caption() {
            return Optional.empty();
        }

        @Override
        public String toString() {
            return OutgoingMessage.described(this);
        }
    }

    MediaKind kind();

    MediaReference media();

    Optional<String> caption();

    @Override
    default String type() {
        return kind().word();
    }

    @Override
    default ObjectNode content() {
        return Json.put(media().toJson(), "caption", caption());
    }

    private static void enforce(Envelope envelope, MediaKind kind, MediaReference media, Optional<String> caption) {
        Violations.enforce(found -> check(found, envelope, kind, media, caption));
    }

    private static void check(
            Violations found, Envelope envelope, MediaKind kind, MediaReference media, Optional<String> caption) {
        envelope.check(found);
        media.check(found, "/" + kind.word());
        found.text("/%s/caption".formatted(kind.word()), "caption", caption, MAX_CAPTION);
    }
}

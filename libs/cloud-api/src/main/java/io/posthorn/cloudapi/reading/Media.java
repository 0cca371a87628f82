package io.posthorn.cloudapi.reading;

import io.posthorn.cloudapi.message.Envelope;
import io.posthorn.cloudapi.message.OutgoingMedia;
import io.posthorn.cloudapi.message.OutgoingMessage;
import io.posthorn.cloudapi.part.MediaKind;
import io.posthorn.cloudapi.part.MediaReference;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads files and the messages that are files. */
final class Media {
    private Media() {}

    static Supplier<OutgoingMessage> message(Fields fields, Envelope envelope, MediaKind kind) {
        var reference = reference(fields);
        return switch (kind) {
            case IMAGE -> {
                var caption = fields.optional("caption");
                yield () -> new OutgoingMedia.Image(envelope, reference, caption);
            }
            case VIDEO -> {
                var caption = fields.optional("caption");
                yield () -> new OutgoingMedia.Video(envelope, reference, caption);
            }
            case AUDIO -> {
                var voice = fields.flag("voice");
                yield () -> new OutgoingMedia.Audio(envelope, reference, voice);
            }
            case DOCUMENT -> {
                var caption = fields.optional("caption");
                var filename = fields.optional("filename");
                yield () -> new OutgoingMedia.Document(envelope, reference, caption, filename);
            }
            case STICKER -> () -> new OutgoingMedia.Sticker(envelope, reference);
            case GIF -> throw new IllegalArgumentException("A GIF stands in templates only");
        };
    }

    /** One of id and link; an upload without an id where there is neither, which then says that it has none. */
    static MediaReference reference(Fields fields) {
        var id = fields.word("id");
        var link = fields.optional("link");
        if (id.isPresent() && link.isPresent()) {
            fields.broken("link", "media_twice", "Name the file by its id or by a link, not by both");
        }
        return link.isPresent() ? MediaReference.linked(link.get()) : MediaReference.uploaded(id.orElse(null));
    }

    /** The kind whose word this is. */
    static Optional<MediaKind> kind(String word) {
        for (var kind : MediaKind.values()) {
            if (kind.word().equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}

package io.posthorn.simulator.interactive;

import io.posthorn.simulator.media.MediaKind;
import io.posthorn.simulator.message.Content;
import io.posthorn.simulator.message.MediaReference;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What may stand above the text. */
enum HeaderRule {
    NONE(Set.of()),
    TEXT(Set.of("text")),
    TEXT_REQUIRED(Set.of("text")),
    ANY(Set.of("text", "image", "video", "document")),
    CARD(Set.of("image", "video"));

    private static final Set<String> KNOWN = Set.of("text", "image", "video", "document", "gif");
    private static final int LONGEST_TEXT = 60;

    private final Set<String> types;

    HeaderRule(Set<String> types) {
        this.types = types;
    }

    void check(Content owner) {
        if (this == NONE) {
            owner.refuse("header");
            return;
        }
        var header = owner.optionalObject("header");
        if (header.isEmpty() && (this == TEXT_REQUIRED || this == CARD)) {
            throw owner.missing("header");
        }
        header.ifPresent(this::checkPresent);
    }

    /** The file of a header that has been checked; nothing when it is a text. */
    static Optional<MediaReference> media(Content header) {
        var type = header.node().path("type").asText();
        return type.equals("text")
                ? Optional.empty()
                : Optional.of(MediaReference.of(MediaKind.valueOf(type.toUpperCase(Locale.ROOT)), header.object(type)));
    }

    private void checkPresent(Content header) {
        var type = header.oneOf("type", KNOWN);
        if (!types.contains(type)) {
            throw header.invalid("A header of type '%s' is not allowed here".formatted(type));
        }
        if (type.equals("text")) {
            header.text("text", LONGEST_TEXT);
        } else {
            media(header).ifPresent(MediaReference::check);
        }
    }
}

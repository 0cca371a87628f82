package io.posthorn.simulator.link;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.media.FileRules;
import io.posthorn.simulator.media.MediaKind;
import io.posthorn.simulator.outbound.Download;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A file that a send names by its address, and what it has to be. */
public record LinkedFile(MediaKind kind, String address) {

    /** Those of a message: its own, or those of its headers and cards. */
    public static List<LinkedFile> in(String type, JsonNode content) {
        return all(type, content).toList();
    }

    /** Why what was found cannot be sent. */
    Optional<String> misfit(Download found) {
        if (!found.isFound()) {
            return Optional.of("Downloading media from weblink failed with " + found.error());
        }
        if (MediaKind.of(found.mimeType()).filter(kind::equals).isEmpty()) {
            return Optional.of("Unsupported %s mime type %s".formatted(name(kind), found.mimeType()));
        }
        return FileRules.misfit(kind, found.mimeType(), found.head(), found.length());
    }

    private static Stream<LinkedFile> all(String name, JsonNode node) {
        var own = kind(name)
                .filter(kind -> node.path("link").isTextual())
                .map(kind -> new LinkedFile(kind, node.path("link").textValue()));
        var inner = node.isArray()
                ? node.valueStream().flatMap(each -> all("", each))
                : node.propertyStream().flatMap(each -> all(each.getKey(), each.getValue()));
        return Stream.concat(own.stream(), inner);
    }

    private static Optional<MediaKind> kind(String name) {
        return Arrays.stream(MediaKind.values())
                .filter(kind -> name(kind).equals(name))
                .findFirst();
    }

    private static String name(MediaKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}

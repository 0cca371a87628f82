package io.posthorn.simulator.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.media.MediaFile;
import io.posthorn.simulator.media.MediaFiles;
import io.posthorn.simulator.media.MediaKind;
import io.posthorn.simulator.world.World;
import java.util.List;
import java.util.Locale;

/** The one parameter of a header that is no text. */
final class HeaderMedia {
    private HeaderMedia() {}

    static ObjectNode of(World world, String format, List<JsonNode> given) {
        var expected = format.toLowerCase(Locale.ROOT);
        if (given.size() > 1) {
            throw HydrationRefusal.count("header", given.size(), 1);
        }
        var type =
                given.isEmpty() ? "" : given.getFirst().path("type").asText("").toLowerCase(Locale.ROOT);
        if (!type.equals(expected)) {
            throw HydrationRefusal.format("header", format, type.toUpperCase(Locale.ROOT));
        }
        var content = given.getFirst().path(expected);
        if (!format.equals("LOCATION")) {
            check(world, format, content);
        }
        return Json.object().put("format", format).set(expected, content.deepCopy());
    }

    private static void check(World world, String format, JsonNode content) {
        var id = content.path("id").asText("");
        var link = content.path("link").asText("");
        if (id.isEmpty() == link.isEmpty()) {
            throw HydrationRefusal.missing("header: one of id and link is required");
        }
        if (!link.isEmpty()) {
            return;
        }
        var file = MediaFiles.of(world).find(id).orElseThrow(() -> GraphError.of(
                        100,
                        "Param template['components'][n]['parameters'][0]['%s']['id'] is not a valid whatsapp business account media attachment ID"
                                .formatted(format.toLowerCase(Locale.ROOT)))
                .failure());
        if (!kind(file).equals(format)) {
            throw HydrationRefusal.format("header", format, kind(file));
        }
    }

    private static String kind(MediaFile file) {
        return MediaKind.of(file.mimeType()).map(Enum::name).orElse("");
    }
}

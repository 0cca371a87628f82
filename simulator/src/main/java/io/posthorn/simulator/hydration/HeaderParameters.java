package io.posthorn.simulator.hydration;

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
final class HeaderParameters {
    private HeaderParameters() {}

    static ObjectNode fillIn(World world, String format, List<JsonNode> given) {
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
        switch (format) {
            case "LOCATION" -> checkPlace(content);
            case "PRODUCT" -> require(content, "catalog_id", "product_retailer_id");
            default -> checkMedia(world, format, content);
        }
        return Json.object().put("format", format).set(expected, content.deepCopy());
    }

    private static void checkPlace(JsonNode place) {
        require(place, "latitude", "longitude");
        checkDegrees(place, "latitude", 90);
        checkDegrees(place, "longitude", 180);
    }

    private static void checkDegrees(JsonNode place, String name, int most) {
        try {
            if (Math.abs(Double.parseDouble(place.path(name).asText())) <= most) {
                return;
            }
        } catch (NumberFormatException noNumber) {
            // refused below
        }
        throw HydrationRefusal.value("header: %s is not valid".formatted(name));
    }

    private static void require(JsonNode content, String... names) {
        for (var name : names) {
            if (content.path(name).asText("").isBlank()) {
                throw HydrationRefusal.missing("header: %s is required".formatted(name));
            }
        }
    }

    private static void checkMedia(World world, String format, JsonNode content) {
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
        var expected = format.equals("GIF") ? "VIDEO" : format;
        if (!kind(file).equals(expected)) {
            throw HydrationRefusal.format("header", format, kind(file));
        }
    }

    private static String kind(MediaFile file) {
        return MediaKind.of(file.mimeType()).map(Enum::name).orElse("");
    }
}

package io.posthorn.template.preview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.posthorn.cloudapi.rendering.Layout;
import io.posthorn.cloudapi.rendering.Preview;
import io.posthorn.cloudapi.rendering.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a template of the library has to look.
 *
 * @param direction of the bubble
 * @param bold the words in bold
 * @param breaks lines of the body as they were written
 * @param lines lines of the body on a screen of 360 pixels
 * @param buttons the labels that can be seen
 */
record ExpectedPreview(
        String direction, List<String> bold, int breaks, int lines, List<String> buttons, boolean truncated) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** By the key of the template. */
    static Map<String, ExpectedPreview> all() {
        var all = new TreeMap<String, ExpectedPreview>();
        read("/library-previews.json")
                .properties()
                .forEach(entry -> all.put(entry.getKey(), JSON.convertValue(entry.getValue(), ExpectedPreview.class)));
        return all;
    }

    static Map<String, Preview> library() {
        var previews = new TreeMap<String, Preview>();
        for (var entry : read("/template-library.json")) {
            var template = entry.path("template");
            var layout = Layout.of(template.path("components"));
            previews.put(
                    entry.path("key").asText(),
                    Preview.of(
                            layout,
                            Samples.of(layout),
                            template.path("category").asText()));
        }
        return previews;
    }

    private static JsonNode read(String resource) {
        try (var stream = ExpectedPreview.class.getResourceAsStream(resource)) {
            return JSON.readTree(stream);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

package io.posthorn.simulator.hydration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.template.Template;
import java.util.stream.Stream;

/**
 * A template with its variables filled in, as the customer sees it.
 *
 * @param content {@code header}, {@code body}, {@code footer}, {@code offer}, {@code cards} and {@code buttons}, each if there is
 *     one; buttons have {@code index}, {@code type}, {@code text} and what pressing them gives
 */
public record Hydrated(Template template, ObjectNode content) {

    public String body() {
        return content.path("body").asText();
    }

    /** The quick replies below the message, then those of its cards. */
    public Stream<JsonNode> quickReplies() {
        return Stream.concat(
                        content.path("buttons").valueStream(),
                        content.path("cards").valueStream().flatMap(card -> card.path("buttons")
                                .valueStream()))
                .filter(button -> button.path("type").asText().equals("QUICK_REPLY"));
    }

    public ObjectNode toJson() {
        var json = Json.object()
                .put("id", template.id())
                .put("name", template.name())
                .put("language", template.language())
                .put("category", template.category());
        json.setAll(content);
        return json;
    }
}

package io.posthorn.template.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A template that comes with the service.
 *
 * @param about when it is for, in its own language
 */
record LibraryTemplate(
        @Schema(examples = "order_shipped.en_US") String key,
        @Schema(examples = "retail") String branch,
        String about,

        @Schema(implementation = Object.class, description = "In Meta's form")
        ObjectNode template) {
    String language() {
        return template.path("language").asText();
    }

    String category() {
        return template.path("category").asText();
    }

    static LibraryTemplate of(JsonNode entry) {
        return new LibraryTemplate(
                entry.path("key").asText(),
                entry.path("branch").asText(),
                entry.path("about").asText(),
                (ObjectNode) entry.path("template"));
    }
}

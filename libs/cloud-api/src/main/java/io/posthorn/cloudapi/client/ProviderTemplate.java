package io.posthorn.cloudapi.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;

/**
 * A template as Meta has it; what Meta leaves out is an empty text.
 *
 * @param category Meta's, which may be another one than was asked for
 * @param rejectedReason {@code NONE} when it was not rejected
 * @param components the content; missing after a creation
 * @param quality what people make of it: GREEN, YELLOW, RED or UNKNOWN; null after a creation
 * @param expectedCategory where Meta is going to move it; null when it stays
 */
public record ProviderTemplate(
        String id,
        String name,
        String language,
        String status,
        String category,
        String rejectedReason,
        JsonNode components,
        String quality,
        String expectedCategory) {
    static final String FIELDS =
            "id,name,language,status,category,rejected_reason,components,quality_score,correct_category";

    static Optional<ProviderTemplate> of(JsonNode answer) {
        var id = answer.path("id").asText("");
        return id.isEmpty() ? Optional.empty() : Optional.of(read(id, answer));
    }

    private static ProviderTemplate read(String id, JsonNode answer) {
        return new ProviderTemplate(
                id,
                answer.path("name").asText(""),
                answer.path("language").asText("").replace('-', '_'),
                answer.path("status").asText("").toUpperCase(Locale.ROOT),
                answer.path("category").asText("").toUpperCase(Locale.ROOT),
                answer.path("rejected_reason").asText(""),
                answer.path("components"),
                answer.path("quality_score").path("score").asText(null),
                answer.path("correct_category").asText(null));
    }
}

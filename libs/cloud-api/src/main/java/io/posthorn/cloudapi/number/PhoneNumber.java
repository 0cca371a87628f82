package io.posthorn.cloudapi.number;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** A business number as Meta describes it; what Meta leaves out is an empty text. */
public record PhoneNumber(
        String id, String displayPhoneNumber, String verifiedName, String qualityRating, String throughput) {
    static final String FIELDS = "id,display_phone_number,verified_name,quality_rating,throughput";

    static Optional<PhoneNumber> of(JsonNode answer) {
        var id = answer.path("id").asText("");
        return id.isEmpty() ? Optional.empty() : Optional.of(read(id, answer));
    }

    private static PhoneNumber read(String id, JsonNode answer) {
        return new PhoneNumber(
                id,
                answer.path("display_phone_number").asText(""),
                answer.path("verified_name").asText(""),
                answer.path("quality_rating").asText(""),
                answer.path("throughput").path("level").asText(""));
    }
}

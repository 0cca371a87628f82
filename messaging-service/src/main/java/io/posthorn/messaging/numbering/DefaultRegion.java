package io.posthorn.messaging.numbering;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.AssertTrue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The country of numbers that do not say theirs; null when each has to. */
@Schema(example = """
        {"region": "PT"}""")
public record DefaultRegion(
        @Schema(description = "ISO 3166 code, or null", nullable = true)
        String region) {
    @AssertTrue(message = "the code of a country, such as PT")
    @JsonIgnore
    @Schema(hidden = true)
    public boolean isKnown() {
        return region == null || PhoneNumbers.isRegion(region);
    }
}

package io.posthorn.template.template;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.posthorn.cloudapi.template.TemplateBody;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A body with examples of its variables; a bare text stands for a body whose examples come later. */
@Schema(description = "Or just the text; then examples must follow before it is submitted")
record BodyRequest(
        @Schema(
                required = true,
                maxLength = 1024,
                description = "May hold variables {{1}}, {{2}} and so on; not first, not last, not side by side")
        String text,

        @Schema(description = "What each variable may look like, in the order of their numbers")
        List<String> example,

        @Schema(hidden = true) boolean bare) {
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    BodyRequest(@JsonProperty("text") String text, @JsonProperty("example") List<String> example) {
        this(text, example, false);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static BodyRequest of(String text) {
        return new BodyRequest(text, List.of(), true);
    }

    TemplateBody toBody() {
        return new TemplateBody(text, example);
    }
}

package io.posthorn.template.preview;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A body, or just its text. */
@Schema(description = "Or just the text")
record DraftBody(String text, List<String> example) {
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    DraftBody(@JsonProperty("text") String text, @JsonProperty("example") List<String> example) {
        this.text = text;
        this.example = example == null ? List.of() : example;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static DraftBody of(String text) {
        return new DraftBody(text, List.of());
    }
}

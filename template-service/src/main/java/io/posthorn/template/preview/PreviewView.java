package io.posthorn.template.preview;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.cloudapi.rendering.Place;
import io.posthorn.cloudapi.rendering.Preview;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a phone shows, what the template asks for, and what would be sent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PreviewView(
        Preview preview,

        @Schema(description = "Every place that takes a value")
        List<Place> variables,

        @Schema(
                type = SchemaType.ARRAY,
                implementation = Object.class,
                description = "For /template/components of a message; left out while a value is missing")
        JsonNode components) {}

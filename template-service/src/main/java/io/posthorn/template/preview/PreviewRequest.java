package io.posthorn.template.preview;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Values for a stored template; without any its own examples are shown. */
@Schema(examples = """
                {"variables":{"header":"A-17","body":["Ana","A-17"],"buttons":{"1":"A-17"}}}""")
record PreviewRequest(
        @Schema(
                type = SchemaType.OBJECT,
                description =
                        "header (a text; a file {mediaId|id|link}; a location), body (a list, or an object where variables"
                                + " have names), buttons (by place from 0), code, offerEndsAt, cards")
        JsonNode variables) {}

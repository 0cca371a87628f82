package io.posthorn.template.version;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One thing that is different. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChangeView(
        @Schema(
                enumeration = {"reader", "sender", "reviewer"},
                description = "Who notices")
        String audience,

        @Schema(examples = "body", description = "Which part of the template")
        String part,

        @Schema(enumeration = {"added", "removed", "changed"})
        String kind,

        String before,
        String after) {
    static ChangeView of(String audience, String part, String before, String after) {
        var kind = before == null ? "added" : after == null ? "removed" : "changed";
        return new ChangeView(audience, part, kind, before, after);
    }
}

package io.posthorn.template.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.cloudapi.templatecheck.Finding;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One rule that is broken, how sure a refusal is, and what would mend it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FindingView(
        @Schema(examples = "/body/text") String pointer,

        @Schema(examples = "variable_at_end", description = "Stable; all of them stand in docs/templates/rules.md")
        String code,

        @Schema(enumeration = {"refused", "may-be-refused", "advice"})
        String severity,

        String message,

        @Schema(implementation = Object.class, description = "What belongs there instead, where that can be computed")
        JsonNode fix,

        @Schema(description = "True where the fix is to take it away")
        Boolean remove) {
    static FindingView of(TemplateForm form, Finding finding) {
        var fix = finding.fix().orElse(null);
        return new FindingView(
                form.pointer(finding.pointer()),
                finding.code(),
                finding.severity().word(),
                finding.message(),
                fix == null ? null : fix.value(),
                fix != null && fix.value() == null ? Boolean.TRUE : null);
    }
}

package io.posthorn.template.preview;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.cloudapi.template.TemplateBody;
import io.posthorn.cloudapi.template.TemplateButton;
import io.posthorn.cloudapi.template.TemplateFooter;
import io.posthorn.cloudapi.template.TemplateHeader;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A template that is being written, as far as it has come; in our words, or as Meta's components. */
@Schema(examples = """
                {"category":"UTILITY","body":{"text":"Hello *{{1}}*, your order is here.","example":["Ana"]},
                 "buttons":[{"type":"QUICK_REPLY","text":"Thanks"}],"variables":{"body":["Ana"]}}""")
record DraftPreviewRequest(
        String name,
        String language,

        @Schema(description = "Marketing messages are cut after five lines")
        String category,

        TemplateHeader header,
        DraftBody body,
        TemplateFooter footer,
        List<TemplateButton> buttons,

        @Schema(type = SchemaType.ARRAY, implementation = Object.class, description = "Instead of the parts above")
        JsonNode components,

        @Schema(type = SchemaType.OBJECT, description = "As for a stored template")
        JsonNode variables) {
    JsonNode inMetasWords() {
        return components != null && components.isArray()
                ? components
                : DraftComponents.of(
                        header, body == null ? null : new TemplateBody(body.text(), body.example()), footer, buttons);
    }
}

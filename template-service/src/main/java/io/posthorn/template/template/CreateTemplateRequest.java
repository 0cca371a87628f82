package io.posthorn.template.template;

import io.posthorn.cloudapi.template.TemplateBody;
import io.posthorn.cloudapi.template.TemplateDefinition;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A template to be drafted. The rules that it must keep are WhatsApp's, so they are checked as one, in the draft. */
@Schema(
        examples =
                "{\"name\":\"order_update\",\"language\":\"en_US\",\"category\":\"UTILITY\",\"body\":\"Hello {{1}}, your order {{2}} is on its way.\"}")
record CreateTemplateRequest(
        @Schema(required = true, pattern = "[a-z0-9_]{1,512}")
        String name,

        @Schema(required = true, description = "A language code of Meta's list")
        String language,

        @Schema(
                required = true,
                enumeration = {"UTILITY", "MARKETING", "AUTHENTICATION"})
        String category,

        @Schema(
                required = true,
                maxLength = 1024,
                description = "May hold variables {{1}}, {{2}} and so on; not first, not last, not side by side")
        String body) {
    TemplateDraft toDraft() {
        return TemplateDraft.of(new TemplateDefinition(name, language, category, new TemplateBody(body, null)));
    }
}

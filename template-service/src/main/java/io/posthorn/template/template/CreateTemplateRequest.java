package io.posthorn.template.template;

import io.posthorn.cloudapi.template.TemplateButton;
import io.posthorn.cloudapi.template.TemplateDefinition;
import io.posthorn.cloudapi.template.TemplateFooter;
import io.posthorn.cloudapi.template.TemplateHeader;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A template to be drafted. The rules that it must keep are WhatsApp's, so they are checked as one, in the draft. */
@Schema(examples = """
                {"name":"order_ready","language":"en_US","category":"UTILITY",
                 "header":{"format":"TEXT","text":"Order {{1}}","example":"A-17"},
                 "body":{"text":"Hello {{1}}, your order {{2}} is on its way.","example":["Ana","A-17"]},
                 "footer":{"text":"Acme store"},
                 "buttons":[{"type":"URL","text":"Track","url":"https://acme.example/t/{{1}}","example":"A-17"}]}""")
record CreateTemplateRequest(
        @Schema(required = true, pattern = "[a-z0-9_]{1,512}")
        String name,

        @Schema(required = true, description = "A language code of Meta's list")
        String language,

        @Schema(
                required = true,
                enumeration = {"UTILITY", "MARKETING"})
        String category,

        @Schema(description = "TEXT with at most one variable, or IMAGE with a stored image as example (mediaId)")
        TemplateHeader header,

        @Schema(required = true) BodyRequest body,
        TemplateFooter footer,

        @Schema(description = "At most 10; quick replies stand together", maxItems = 10)
        List<TemplateButton> buttons) {
    TemplateDraft toDraft() {
        return TemplateDraft.of(definition(), hasBareBody());
    }

    ValidationView check() {
        return ValidationView.of(TemplateDraft.broken(definition(), hasBareBody()));
    }

    private boolean hasBareBody() {
        return body != null && body.bare();
    }

    private TemplateDefinition definition() {
        return new TemplateDefinition(
                name, language, category, header, body == null ? null : body.toBody(), footer, buttons);
    }
}

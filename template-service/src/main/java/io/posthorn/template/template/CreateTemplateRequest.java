package io.posthorn.template.template;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.template.form.TemplateForm;
import io.posthorn.template.form.ValidationView;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/** A template to be drafted, in the short form or in Meta's. Its rules are WhatsApp's, so they are checked as one. */
@Schema(
        type = SchemaType.OBJECT,
        properties = {
            @SchemaProperty(name = "name", type = SchemaType.STRING, pattern = "[a-z0-9_]{1,512}"),
            @SchemaProperty(
                    name = "language",
                    type = SchemaType.STRING,
                    description = "A language code of Meta's list (GET /api/v1/templates/languages)"),
            @SchemaProperty(
                    name = "category",
                    type = SchemaType.STRING,
                    enumeration = {"UTILITY", "MARKETING", "AUTHENTICATION"}),
            @SchemaProperty(
                    name = "parameterFormat",
                    type = SchemaType.STRING,
                    enumeration = {"POSITIONAL", "NAMED"}),
            @SchemaProperty(name = "messageSendTtlSeconds", type = SchemaType.INTEGER),
            @SchemaProperty(
                    name = "components",
                    type = SchemaType.ARRAY,
                    implementation = Object.class,
                    description = "Meta's components, for every form there is; a stored file is the header_handle"
                            + " media:<id>. Without components: header, body, footer and buttons"),
            @SchemaProperty(
                    name = "header",
                    type = SchemaType.OBJECT,
                    description = "{format, text, example} or {format, mediaId}"),
            @SchemaProperty(
                    name = "body",
                    type = SchemaType.OBJECT,
                    description = "{text, example: [...]}, or just the text; then examples must follow"),
            @SchemaProperty(name = "footer", type = SchemaType.OBJECT, description = "{text}"),
            @SchemaProperty(
                    name = "buttons",
                    type = SchemaType.ARRAY,
                    implementation = Object.class,
                    description = "At most 10 of {type, text, url, example, phoneNumber}; quick replies stand together")
        },
        examples = """
                {"name":"order_ready","language":"en_US","category":"UTILITY",
                 "header":{"format":"TEXT","text":"Order {{1}} is ready","example":"A-17"},
                 "body":{"text":"Hello {{1}}, your order {{2}} is on its way.","example":["Ana","A-17"]},
                 "footer":{"text":"Acme store"},
                 "buttons":[{"type":"URL","text":"Track","url":"https://acme.example/t/{{1}}","example":"A-17"}]}""")
public final class CreateTemplateRequest {
    private final TemplateForm form;

    private CreateTemplateRequest(TemplateForm form) {
        this.form = form;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static CreateTemplateRequest of(ObjectNode request) {
        return new CreateTemplateRequest(TemplateForm.of(request));
    }

    TemplateDraft toDraft() {
        return TemplateDraft.of(form);
    }

    ValidationView check() {
        return form.check();
    }

    ValidationView mended() {
        return form.mended();
    }
}

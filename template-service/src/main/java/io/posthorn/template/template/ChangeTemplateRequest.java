package io.posthorn.template.template;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.template.form.TemplateForm;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/** New content. A part that is left out stays as it is; null takes a header, a footer or the buttons away. */
@Schema(
        type = SchemaType.OBJECT,
        properties = {
            @SchemaProperty(
                    name = "category",
                    type = SchemaType.STRING,
                    enumeration = {"UTILITY", "MARKETING", "AUTHENTICATION"}),
            @SchemaProperty(name = "parameterFormat", type = SchemaType.STRING),
            @SchemaProperty(name = "messageSendTtlSeconds", type = SchemaType.INTEGER),
            @SchemaProperty(
                    name = "components",
                    type = SchemaType.ARRAY,
                    implementation = Object.class,
                    description = "All of them; Meta replaces them as a whole"),
            @SchemaProperty(name = "header", type = SchemaType.OBJECT),
            @SchemaProperty(name = "body", type = SchemaType.OBJECT),
            @SchemaProperty(name = "footer", type = SchemaType.OBJECT),
            @SchemaProperty(name = "buttons", type = SchemaType.ARRAY, implementation = Object.class)
        },
        examples = "{\"body\":{\"text\":\"Hello {{1}}, your order is here.\",\"example\":[\"Ana\"]},\"footer\":null}")
public final class ChangeTemplateRequest {
    private static final Set<String> FIELDS = Set.of(
            "category",
            "parameterFormat",
            "parameter_format",
            "messageSendTtlSeconds",
            "message_send_ttl_seconds",
            "components",
            "header",
            "body",
            "footer",
            "buttons");

    private final ObjectNode request;

    private ChangeTemplateRequest(ObjectNode request) {
        this.request = request;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ChangeTemplateRequest of(ObjectNode request) {
        request.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field)) {
                throw new IllegalArgumentException("A template's content has no " + field);
            }
        });
        return new ChangeTemplateRequest(request);
    }

    TemplateDraft changing(Template template) {
        return TemplateDraft.of(
                TemplateForm.changed(template.content().document(template.name(), template.language()), request));
    }
}

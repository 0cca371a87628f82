package io.posthorn.template.template;

import io.posthorn.template.form.TemplateForm;
import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A copy in another language, of the same name or of another. Its texts wait to be translated. */
@Schema(examples = "{\"language\":\"es\"}")
record DuplicateTemplateRequest(
        @NotBlank @Schema(required = true) String language,

        @Schema(description = "Null keeps the name") String name) {
    TemplateDraft copying(Template template) {
        return TemplateDraft.of(
                TemplateForm.of(template.content().document(name == null ? template.name() : name, language)));
    }
}

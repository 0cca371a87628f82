package io.posthorn.template.template;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.template.TemplateComponents;
import io.posthorn.cloudapi.template.TemplateDefinition;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.Violation;
import io.posthorn.template.form.TemplateForm;
import java.util.List;

/** A template that keeps Meta's rules and may be stored. A bare body, without examples, is not complete enough to be submitted. */
public record TemplateDraft(String name, String language, TemplateContent content) {
    public static TemplateDraft of(TemplateForm form) {
        var broken = form.refusals();
        if (!broken.isEmpty()) {
            throw invalid(broken);
        }
        return new TemplateDraft(
                form.document().path("name").asText(),
                form.document().path("language").asText(),
                TemplateContent.of(form.document()));
    }

    static TemplateDraft of(TemplateDefinition definition) {
        var image = definition.header() == null ? null : definition.header().mediaId();
        var document = JsonNodeFactory.instance
                .objectNode()
                .put("name", definition.name())
                .put("language", definition.language())
                .put("category", definition.category());
        return of(TemplateForm.of(document.set(
                "components", TemplateComponents.of(definition, image == null ? null : "media:" + image))));
    }

    /** In Meta's form. */
    public ObjectNode document() {
        return content.document(name, language);
    }

    boolean isSameAs(Template template) {
        return document().equals(template.content().document(template.name(), template.language()));
    }

    static ProblemException invalid(List<Violation> broken) {
        return new ProblemException(
                TemplateProblems.INVALID, "%d rule(s) of WhatsApp are broken".formatted(broken.size()), broken);
    }
}

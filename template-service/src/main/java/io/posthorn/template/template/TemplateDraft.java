package io.posthorn.template.template;

import io.posthorn.cloudapi.template.TemplateCategory;
import io.posthorn.cloudapi.template.TemplateDefinition;
import io.posthorn.cloudapi.template.TemplateRules;
import io.posthorn.cloudapi.template.TemplateViolation;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.Violation;

/** A template that keeps Meta's rules and may be stored. */
record TemplateDraft(String name, String language, TemplateContent content) {
    static TemplateDraft of(TemplateDefinition definition) {
        var broken = TemplateRules.check(definition).stream()
                .filter(violation -> !violation.code().equals("example_missing"))
                .toList();
        if (!broken.isEmpty()) {
            throw new ProblemException(
                    TemplateProblems.INVALID,
                    "%d rule(s) of WhatsApp are broken".formatted(broken.size()),
                    broken.stream().map(TemplateDraft::violation).toList());
        }
        return new TemplateDraft(
                definition.name(),
                definition.language(),
                new TemplateContent(
                        TemplateCategory.named(definition.category()).orElseThrow(),
                        definition.body().text()));
    }

    private static Violation violation(TemplateViolation broken) {
        return new Violation(broken.pointer().replace("/body/text", "/body"), broken.code(), broken.message());
    }
}

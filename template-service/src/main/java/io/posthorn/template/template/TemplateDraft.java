package io.posthorn.template.template;

import io.posthorn.cloudapi.template.TemplateDefinition;
import io.posthorn.cloudapi.template.TemplateRules;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.Violation;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A template that keeps Meta's rules and may be stored. */
record TemplateDraft(String name, String language, TemplateContent content) {
    private static final String EXAMPLES = "/body/example";

    static TemplateDraft of(TemplateDefinition definition) {
        return of(definition, false);
    }

    /** A bare body, without examples, may be drafted; it is not complete enough to be submitted. */
    static TemplateDraft of(TemplateDefinition definition, boolean bareBody) {
        var broken = broken(definition, bareBody);
        if (!broken.isEmpty()) {
            throw invalid(broken);
        }
        return new TemplateDraft(definition.name(), definition.language(), TemplateContent.of(definition));
    }

    static List<Violation> broken(TemplateDefinition definition, boolean bareBody) {
        var broken = TemplateRules.check(definition).stream()
                .filter(violation -> !bareBody || !violation.pointer().equals(EXAMPLES))
                .map(violation -> violation(violation, bareBody));
        var image = definition.header() == null ? null : definition.header().mediaId();
        return image == null || isId(image)
                ? broken.toList()
                : Stream.concat(broken, Stream.of(notAnId())).toList();
    }

    static ProblemException invalid(List<Violation> broken) {
        return new ProblemException(
                TemplateProblems.INVALID, "%d rule(s) of WhatsApp are broken".formatted(broken.size()), broken);
    }

    private static Violation violation(io.posthorn.cloudapi.rule.Violation broken, boolean bareBody) {
        var pointer = bareBody && broken.pointer().equals("/body/text") ? "/body" : broken.pointer();
        return new Violation(pointer, broken.code(), broken.message());
    }

    private static Violation notAnId() {
        return new Violation("/header/mediaId", "media_id_format", "This is not the id of a stored image");
    }

    private static boolean isId(String text) {
        try {
            return UUID.fromString(text).toString().equalsIgnoreCase(text);
        } catch (IllegalArgumentException malformed) {
            return text.isBlank(); // reported as missing
        }
    }
}

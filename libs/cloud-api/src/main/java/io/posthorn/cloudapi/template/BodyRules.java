package io.posthorn.cloudapi.template;

import io.posthorn.cloudapi.rule.Violations;
import java.util.regex.Pattern;

/** Meta's rules for the text of a template. */
final class BodyRules {
    private static final String TEXT = "/body/text";
    private static final Pattern MANY_SPACES = Pattern.compile(" {5}");
    private static final Pattern MANY_LINE_BREAKS = Pattern.compile("\\R{3}");
    private static final int MOST_EXAMPLES_LOOKED_AT = 100;

    private BodyRules() {}

    static void check(Violations found, TemplateBody body) {
        if (body == null || Texts.isMissing(body.text())) {
            found.add(TEXT, "body_required", "Write a body");
            return;
        }
        var length = Texts.length(body.text());
        if (length > TemplateRules.MAX_BODY) {
            found.add(
                    TEXT, "body_too_long", "A body has at most %d characters, not %d", TemplateRules.MAX_BODY, length);
            return;
        }
        checkCharacters(found, body.text());
        var variables = TemplateVariables.of(body.text());
        found.addAll(variables.malformed(TEXT));
        found.addAll(variables.misplaced(TEXT));
        checkExamples(found, body, variables);
    }

    private static void checkCharacters(Violations found, String text) {
        if (Texts.isUnprintable(text)) {
            found.add(TEXT, "body_characters", "Remove tabs, control characters and broken text");
        }
        if (MANY_SPACES.matcher(text).find()) {
            found.add(TEXT, "body_spaces", "At most four spaces stand side by side");
        }
        if (MANY_LINE_BREAKS.matcher(text).find()) {
            found.add(TEXT, "body_line_breaks", "At most two line breaks follow each other");
        }
    }

    private static void checkExamples(Violations found, TemplateBody body, TemplateVariables variables) {
        var examples = body.example();
        Examples.checkCount(found, "/body/example", variables.count(), examples.size());
        for (var index = 0; index < Math.min(examples.size(), MOST_EXAMPLES_LOOKED_AT); index++) {
            Examples.check(found, "/body/example/" + index, examples.get(index), TemplateRules.MAX_BODY);
        }
    }
}

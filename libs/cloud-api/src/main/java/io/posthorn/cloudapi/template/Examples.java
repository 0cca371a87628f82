package io.posthorn.cloudapi.template;

import io.posthorn.cloudapi.rule.Violations;

/** Meta's reviewers read an example for every variable. */
final class Examples {
    private Examples() {}

    static void checkCount(Violations found, String pointer, int variables, int examples) {
        if (examples < variables) {
            found.add(pointer, "example_missing", "Give an example for each variable: %d, not %d", variables, examples);
        } else if (examples > variables) {
            found.add(pointer, "example_unexpected", "There are more examples than variables (%d)", variables);
        }
    }

    static void check(Violations found, String pointer, String example, int longest) {
        if (Texts.isMissing(example)) {
            found.add(pointer, "example_blank", "An example is not empty");
        } else if (Texts.length(example) > longest) {
            found.add(pointer, "example_too_long", "This example has at most %d characters", longest);
        } else if (Texts.isUnprintable(example) || Texts.hasLineBreak(example)) {
            found.add(pointer, "example_characters", "An example is one line, without control characters");
        }
    }
}

package io.posthorn.testkit.templates;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A good template with one rule broken.
 *
 * @param of the sample that it was made from
 * @param rule the code of the rule
 * @param pointer where it is broken
 */
public record TemplateMutant(String of, String rule, String pointer, ObjectNode template) {
    @Override
    public String toString() {
        return "%s: %s at %s".formatted(of, rule, pointer);
    }
}

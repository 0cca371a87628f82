package io.posthorn.cloudapi.template;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers what is wrong, in the order in which it was found, each thing once. */
final class Violations {
    private final Set<TemplateViolation> found = new LinkedHashSet<>();

    void add(String pointer, String code, String message, Object... details) {
        found.add(new TemplateViolation(pointer, code, details.length == 0 ? message : message.formatted(details)));
    }

    void addAll(List<TemplateViolation> more) {
        found.addAll(more);
    }

    List<TemplateViolation> list() {
        return List.copyOf(new ArrayList<>(found));
    }
}

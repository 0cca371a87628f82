package io.posthorn.cloudapi.rule;

import java.util.List;
import java.util.stream.Collectors;

/** A message that Meta would refuse, known before it leaves. Its text names places and rules, never what was written. */
public final class InvalidMessageException extends IllegalArgumentException {
    private final transient List<Violation> violations;

    InvalidMessageException(List<Violation> violations) {
        super(violations.stream()
                .map(one -> "%s: %s".formatted(one.pointer(), one.code()))
                .collect(Collectors.joining(", ")));
        this.violations = List.copyOf(violations);
    }

    public List<Violation> violations() {
        return violations;
    }
}

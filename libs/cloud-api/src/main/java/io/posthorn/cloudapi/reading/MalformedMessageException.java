package io.posthorn.cloudapi.reading;

import io.posthorn.cloudapi.rule.Violation;
import java.util.List;
import java.util.stream.Collectors;

/** What was written is not a message: fields that nobody knows, or values of the wrong type. */
public final class MalformedMessageException extends IllegalArgumentException {
    private final transient List<Violation> violations;

    public MalformedMessageException(List<Violation> violations) {
        super(violations.stream()
                .map(one -> "%s: %s".formatted(one.pointer(), one.code()))
                .collect(Collectors.joining(", ")));
        this.violations = List.copyOf(violations);
    }

    public List<Violation> violations() {
        return violations;
    }
}

package io.posthorn.template.template;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a template has come. */
public enum TemplateStatus {
    DRAFT,
    /** Handed to Meta; whether Meta has it is not known yet. */
    SUBMITTING,
    PENDING,
    APPROVED,
    REJECTED,
    PAUSED,
    DISABLED,
    DELETED;

    /** Whether its content may change and be handed to Meta. */
    public boolean isOpen() {
        return this == DRAFT || this == REJECTED;
    }

    static Optional<TemplateStatus> named(String word) {
        return Arrays.stream(values())
                .filter(status -> status.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}

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

    /** Whether Meta has nothing of it that can be sent. */
    public boolean isOpen() {
        return this == DRAFT || this == REJECTED;
    }

    /** Whether its content may change here; Meta takes edits of what is approved or paused too. */
    public boolean mayChange() {
        return isOpen() || this == APPROVED || this == PAUSED;
    }

    static Optional<TemplateStatus> named(String word) {
        return Arrays.stream(values())
                .filter(status -> status.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}

package io.posthorn.simulator.template;

/** Where a template stands; only an approved one can be sent. */
public enum TemplateStatus {
    PENDING,
    APPROVED,
    REJECTED,
    PAUSED,
    DISABLED,
    IN_APPEAL,
    PENDING_DELETION,
    LIMIT_EXCEEDED,
    ARCHIVED;

    public boolean mayBeEdited() {
        return this == APPROVED || this == REJECTED || this == PAUSED;
    }
}

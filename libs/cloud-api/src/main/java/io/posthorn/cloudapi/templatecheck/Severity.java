package io.posthorn.cloudapi.templatecheck;

import java.util.Locale;

/** What a finding means for the template's fate. */
public enum Severity {
    /** Meta refuses the template when it is handed in, or rejects it in its review. */
    REFUSED,
    /** Meta may refuse it, or put it into another category. */
    MAY_BE_REFUSED,
    /** Meta takes it; readers would be better served. */
    ADVICE;

    /** As clients read it: {@code may-be-refused}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

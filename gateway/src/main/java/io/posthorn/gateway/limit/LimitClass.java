package io.posthorn.gateway.limit;

import java.util.Locale;

/** What kind of asking a request is. Payment and strict are there for rules that an operator writes. */
public enum LimitClass {
    API,
    AUTH,
    MESSAGES,
    UPLOADS,
    PAYMENT,
    STRICT,
    /** Not counted at all. */
    NONE;

    /** Where guessing is the danger, no more than the quota may fit into any window, however it is laid. */
    boolean isExact() {
        return this == AUTH || this == STRICT;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.posthorn.messaging.contact;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a decision about consent is about: all that needs it, or marketing alone. */
public enum ConsentScope {
    ALL,
    MARKETING;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether somebody who opted out of this gets a template. */
    public boolean forbids(boolean needsConsent, boolean isMarketing) {
        return this == ALL ? needsConsent : isMarketing;
    }

    /** Decisions from before there were scopes are about everything. */
    public static ConsentScope ofColumn(String word) {
        return word == null ? ALL : valueOf(word.toUpperCase(Locale.ROOT));
    }
}

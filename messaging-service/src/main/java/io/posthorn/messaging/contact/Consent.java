package io.posthorn.messaging.contact;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a customer wants to be written to with templates. */
public enum Consent {
    OPTED_IN,
    OPTED_OUT;

    /** In JSON, events and the database. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Consent ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}

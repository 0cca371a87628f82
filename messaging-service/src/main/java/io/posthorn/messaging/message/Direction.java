package io.posthorn.messaging.message;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who wrote: the customer or we. */
public enum Direction {
    INBOUND,
    OUTBOUND;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Direction of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}

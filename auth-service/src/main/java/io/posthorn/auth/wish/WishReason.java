package io.posthorn.auth.wish;

import java.util.Locale;

public enum WishReason {
    /** Somebody asked for a new password. */
    FORGOTTEN,
    /** There were too many wrong passwords. */
    LOCKED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static WishReason of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}

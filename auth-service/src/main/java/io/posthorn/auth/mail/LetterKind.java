package io.posthorn.auth.mail;

import java.util.Locale;

/** What a letter is about. Its words stand under this name in {@code letters_<language>.properties}. */
public enum LetterKind {
    VERIFY_EMAIL("verify-email"),
    RESET_PASSWORD("reset-password"),
    /** Somebody tries passwords; with a way to a new one, in case it is the owner. */
    LOGIN_LOCKED("reset-password"),
    PASSWORD_CHANGED(null),
    SECOND_FACTOR_ENABLED(null),
    SECOND_FACTOR_DISABLED(null),
    INVITATION("accept-invitation");

    private final String page;

    LetterKind(String page) {
        this.page = page;
    }

    /** Where the application takes the letter's code; null for a letter without one. */
    String page() {
        return page;
    }

    /** As in the database and the file of words. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

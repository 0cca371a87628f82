package io.posthorn.media.media;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a browser does with a file: save it, or show it. */
public enum Disposition {
    ATTACHMENT,
    INLINE;

    public static Optional<Disposition> named(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

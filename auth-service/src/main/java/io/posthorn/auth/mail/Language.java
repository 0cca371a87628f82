package io.posthorn.auth.mail;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages that letters are written in. */
public enum Language {
    EN,
    ES,
    PT,
    AR;

    /** As in HTTP, HTML and the database. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Language> named(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }

    /** The best of ours for an {@code Accept-Language} header, English without one. */
    public static Language preferred(String header) {
        try {
            var wanted = Locale.LanguageRange.parse(header == null || header.isBlank() ? "en" : header);
            var tag = Locale.lookupTag(wanted, List.of(EN.tag(), ES.tag(), PT.tag(), AR.tag()));
            return named(tag == null ? "en" : tag).orElse(EN);
        } catch (IllegalArgumentException malformed) {
            return EN;
        }
    }

    String direction() {
        return this == AR ? "rtl" : "ltr";
    }
}

package io.posthorn.media.format;

import java.util.Locale;

/** What people do with a file; each kind has its limit. */
public enum MediaKind {
    IMAGE,
    VIDEO,
    DOCUMENT,
    AUDIO;

    /** As it stands in answers and rows. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

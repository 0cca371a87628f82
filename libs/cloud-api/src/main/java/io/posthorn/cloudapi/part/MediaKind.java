package io.posthorn.cloudapi.part;

import java.util.Locale;

/** What a file is to a phone. */
public enum MediaKind {
    IMAGE,
    VIDEO,
    AUDIO,
    DOCUMENT,
    STICKER,
    GIF;

    /** Meta's word. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

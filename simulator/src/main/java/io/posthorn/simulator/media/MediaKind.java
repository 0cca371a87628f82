package io.posthorn.simulator.media;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What can be sent, and Meta's limits of it. */
public enum MediaKind {
    IMAGE(5 * Size.MEGABYTE, "image/jpeg", "image/png"),
    VIDEO(16 * Size.MEGABYTE, "video/mp4", "video/3gpp"),
    AUDIO(16 * Size.MEGABYTE, "audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg", "audio/opus"),
    DOCUMENT(
            100 * Size.MEGABYTE,
            "text/plain",
            "application/pdf",
            "application/msword",
            "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    STICKER(500 * Size.KILOBYTE, "image/webp");

    private final int largest;
    private final Set<String> mimeTypes;

    MediaKind(int largest, String... mimeTypes) {
        this.largest = largest;
        this.mimeTypes = Set.copyOf(List.of(mimeTypes));
    }

    public static Optional<MediaKind> of(String mimeType) {
        return Arrays.stream(values())
                .filter(kind -> kind.mimeTypes.contains(mimeType))
                .findFirst();
    }

    /** All types there are, as Meta lists them in a refusal. */
    static String all() {
        return Arrays.stream(values())
                .flatMap(kind -> kind.mimeTypes.stream())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(", "));
    }

    public int largest() {
        return largest;
    }

    private static final class Size {
        private static final int KILOBYTE = 1024;
        private static final int MEGABYTE = 1024 * KILOBYTE;
    }
}

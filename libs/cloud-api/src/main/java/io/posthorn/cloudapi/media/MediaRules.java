package io.posthorn.cloudapi.media;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which files Meta takes. A file that breaks a rule is refused before it travels. */
public final class MediaRules {
    private static final long MEGABYTE = 1024 * 1024;
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    private static final Map<String, Long> LARGEST = Map.ofEntries(
            Map.entry("image/jpeg", 5 * MEGABYTE),
            Map.entry("image/png", 5 * MEGABYTE),
            Map.entry("video/mp4", 16 * MEGABYTE),
            Map.entry("video/3gpp", 16 * MEGABYTE),
            Map.entry("audio/aac", 16 * MEGABYTE),
            Map.entry("audio/amr", 16 * MEGABYTE),
            Map.entry("audio/mpeg", 16 * MEGABYTE),
            Map.entry("audio/mp4", 16 * MEGABYTE),
            Map.entry("audio/ogg", 16 * MEGABYTE),
            Map.entry("text/plain", 100 * MEGABYTE),
            Map.entry("application/pdf", 100 * MEGABYTE),
            Map.entry("application/msword", 100 * MEGABYTE),
            Map.entry("application/vnd.ms-excel", 100 * MEGABYTE),
            Map.entry("application/vnd.ms-powerpoint", 100 * MEGABYTE),
            Map.entry(OFFICE + "wordprocessingml.document", 100 * MEGABYTE),
            Map.entry(OFFICE + "spreadsheetml.sheet", 100 * MEGABYTE),
            Map.entry(OFFICE + "presentationml.presentation", 100 * MEGABYTE));
    private static final Set<String> TEMPLATE_EXAMPLES =
            Set.of("application/pdf", "image/jpeg", "image/png", "video/mp4");

    private MediaRules() {}

    /** Why a file cannot be sent in a message; empty when it can. */
    public static Optional<String> refusalToSend(String mimeType, long size) {
        var largest = LARGEST.get(mimeType);
        if (largest == null) {
            return Optional.of("WhatsApp delivers no files of the type " + mimeType);
        }
        return size > largest
                ? Optional.of("WhatsApp delivers files of the type %s up to %d bytes; this one has %d"
                        .formatted(mimeType, largest, size))
                : Optional.empty();
    }

    /** Why a file cannot be the example in a template's header; empty when it can. */
    public static Optional<String> refusalAsExample(String mimeType, long size) {
        return TEMPLATE_EXAMPLES.contains(mimeType)
                ? refusalToSend(mimeType, size)
                : Optional.of("The example of a template is a JPEG, PNG, MP4 or PDF; this is " + mimeType);
    }
}

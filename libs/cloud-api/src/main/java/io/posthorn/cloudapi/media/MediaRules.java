package io.posthorn.cloudapi.media;

import io.posthorn.cloudapi.part.MediaKind;
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
            Map.entry("image/webp", 500L * 1024),
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

    /** Why a file cannot be sent as this; a voice note is audio of its own kind. Empty when it can. */
    public static Optional<String> refusalAs(MediaKind kind, boolean voice, String mimeType, long size) {
        var fits =
                switch (kind) {
                    case IMAGE -> Set.of("image/jpeg", "image/png").contains(mimeType);
                    case VIDEO -> mimeType.startsWith("video/");
                    case AUDIO -> voice ? mimeType.equals("audio/ogg") : mimeType.startsWith("audio/");
                    case DOCUMENT -> mimeType.startsWith("application/") || mimeType.equals("text/plain");
                    case STICKER -> mimeType.equals("image/webp");
                    case GIF -> mimeType.equals("video/mp4");
                };
        return fits
                ? refusalToSend(mimeType, size)
                : Optional.of("WhatsApp shows no file of the type %s as %s"
                        .formatted(mimeType, voice ? "a voice note" : kind.word()));
    }

    /** Why a file cannot be the example in a template's header; empty when it can. */
    public static Optional<String> refusalAsExample(String mimeType, long size) {
        return TEMPLATE_EXAMPLES.contains(mimeType)
                ? refusalToSend(mimeType, size)
                : Optional.of("The example of a template is a JPEG, PNG, MP4 or PDF; this is " + mimeType);
    }
}

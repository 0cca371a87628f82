package io.posthorn.simulator.media;

import java.util.Optional;

/** What Meta wants of files to send; told by their size and first bytes. */
public final class FileRules {
    private static final int LARGEST_STILL_STICKER = 100 * 1024;

    private FileRules() {}

    /** Why a file of that kind and type is none. */
    public static Optional<String> misfit(MediaKind kind, String mimeType, byte[] head, long length) {
        if (length == 0) {
            return Optional.of("The file is empty");
        }
        if (length > largest(kind, head)) {
            return Optional.of(
                    "The file has %d bytes, %s may have %d".formatted(length, mimeType, largest(kind, head)));
        }
        if (!FileSigns.fit(mimeType, head)) {
            return Optional.of("The file is not of the type %s".formatted(mimeType));
        }
        return kind == MediaKind.STICKER
                ? WebpSize.of(head)
                        .filter(size -> !size.isSquareOf(512))
                        .map(size -> "A sticker is 512 pixels wide and high")
                : Optional.empty();
    }

    private static int largest(MediaKind kind, byte[] head) {
        return kind == MediaKind.STICKER && !FileSigns.isAnimated(head) ? LARGEST_STILL_STICKER : kind.largest();
    }
}

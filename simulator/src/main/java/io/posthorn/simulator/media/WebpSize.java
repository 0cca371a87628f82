package io.posthorn.simulator.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The width and height that a WebP file says it has, in any of its three forms. */
record WebpSize(int width, int height) {
    private static final int SHORTEST = 30;
    private static final int FORM = 12;
    private static final int CONTENT = 20;
    private static final int FOURTEEN_BITS = 0x3fff;
    private static final int TWENTY_FOUR_BITS = 0xffffff;

    /** Nothing for a file that does not tell. */
    static Optional<WebpSize> of(byte[] file) {
        if (file.length < SHORTEST) {
            return Optional.empty();
        }
        var bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        return switch (new String(file, FORM, 4, StandardCharsets.US_ASCII)) {
            case "VP8X" ->
                Optional.of(new WebpSize(
                        1 + (bytes.getInt(CONTENT + 4) & TWENTY_FOUR_BITS),
                        1 + (bytes.getInt(CONTENT + 6) >>> 8 & TWENTY_FOUR_BITS)));
            case "VP8L" -> {
                var packed = bytes.getInt(CONTENT + 1);
                yield Optional.of(new WebpSize(1 + (packed & FOURTEEN_BITS), 1 + (packed >>> 14 & FOURTEEN_BITS)));
            }
            case "VP8 " ->
                Optional.of(new WebpSize(
                        bytes.getShort(CONTENT + 6) & FOURTEEN_BITS, bytes.getShort(CONTENT + 8) & FOURTEEN_BITS));
            default -> Optional.empty();
        };
    }

    boolean isSquareOf(int side) {
        return width == side && height == side;
    }
}

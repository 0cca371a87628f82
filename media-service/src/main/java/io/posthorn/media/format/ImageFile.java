package io.posthorn.media.format;

import io.posthorn.media.format.FileInspector.IncompleteFile;
import java.nio.ByteBuffer;

/** Pictures, walked from block to block until the one that ends them. What stands behind the end is of no concern. */
final class ImageFile {
    private static final int PNG_SIGNATURE = 8;
    private static final int PNG_AROUND_CHUNK = 12;
    private static final int IHDR = 0x49484452;
    private static final int IEND = 0x49454e44;

    private static final int JPEG_MARKER = 0xff;
    private static final int JPEG_END = 0xd9;
    private static final int JPEG_SCAN = 0xda;

    private static final int GIF_HEADER = 13;
    private static final int GIF_EXTENSION = 0x21;
    private static final int GIF_IMAGE = 0x2c;
    private static final int GIF_END = 0x3b;

    private ImageFile() {}

    static MediaType png(ByteBuffer bytes) {
        if (bytes.getInt(PNG_SIGNATURE + 4) != IHDR) {
            throw new IncompleteFile();
        }
        int at = PNG_SIGNATURE;
        while (bytes.getInt(at + 4) != IEND) {
            at = after(at, bytes.getInt(at) & 0xffffffffL, PNG_AROUND_CHUNK);
        }
        bytes.get(at + PNG_AROUND_CHUNK - 1);
        return MediaType.PNG;
    }

    /** Segments say their length; from the first scan on, an end marker can only be the end. */
    static MediaType jpeg(ByteBuffer bytes) {
        int at = 2;
        while (marker(bytes, at) != JPEG_SCAN) {
            at = unsigned(bytes, at + 1) == JPEG_MARKER
                    ? at + 1 // one of any number of bytes that may fill the room before a segment
                    : after(at, bytes.getShort(at + 2) & 0xffff, 2);
        }
        at += 2;
        while (unsigned(bytes, at) != JPEG_MARKER || unsigned(bytes, at + 1) != JPEG_END) {
            at++;
        }
        return MediaType.JPEG;
    }

    private static int marker(ByteBuffer bytes, int at) {
        int marker = unsigned(bytes, at + 1);
        if (unsigned(bytes, at) != JPEG_MARKER || marker == JPEG_END || marker == 0) {
            throw new IncompleteFile();
        }
        return marker;
    }

    static MediaType gif(ByteBuffer bytes) {
        int at = GIF_HEADER + colors(unsigned(bytes, GIF_HEADER - 3));
        while (unsigned(bytes, at) != GIF_END) {
            at = switch (unsigned(bytes, at)) {
                case GIF_EXTENSION -> afterBlocks(bytes, at + 2);
                case GIF_IMAGE -> afterBlocks(bytes, at + 11 + colors(unsigned(bytes, at + 9)));
                default -> throw new IncompleteFile();
            };
        }
        return MediaType.GIF;
    }

    /** The size of a table of colours, as the flags before it say. */
    private static int colors(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private static int afterBlocks(ByteBuffer bytes, int at) {
        int block = at;
        while (unsigned(bytes, block) != 0) {
            block += unsigned(bytes, block) + 1;
        }
        return block + 1;
    }

    private static int after(int at, long length, int around) {
        long next = at + length + around;
        if (next > Integer.MAX_VALUE) {
            throw new IncompleteFile();
        }
        return (int) next;
    }

    private static int unsigned(ByteBuffer bytes, int at) {
        return bytes.get(at) & 0xff;
    }
}

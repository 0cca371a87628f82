package io.posthorn.media.format;

import io.posthorn.media.format.FileInspector.IncompleteFile;
import java.nio.ByteBuffer;

/** WebP and WAV: chunks that say their length, in a chunk that says the length of all. */
final class RiffFile {
    private static final int HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    private static final long UNKNOWN_LENGTH = 0xffffffffL;
    private static final int VP8 = 0x56503800;
    private static final int WITHOUT_LAST = 0xffffff00;
    private static final int FMT = 0x666d7420;
    private static final int DATA = 0x64617461;

    private RiffFile() {}

    static MediaType webp(ByteBuffer bytes) {
        if (length(bytes, 4) + CHUNK_HEADER > bytes.limit() || (bytes.getInt(HEADER) & WITHOUT_LAST) != VP8) {
            throw new IncompleteFile();
        }
        bytes.get((int) (HEADER + CHUNK_HEADER + length(bytes, HEADER + 4) - 1));
        return MediaType.WEBP;
    }

    /** A recorder that could not go back to write the length leaves it open; then the data goes to the end. */
    static MediaType wav(ByteBuffer bytes) {
        long at = HEADER;
        var described = false;
        while (bytes.getInt((int) at) != DATA) {
            described |= bytes.getInt((int) at) == FMT;
            var length = length(bytes, (int) at + 4);
            at += CHUNK_HEADER + length + (length & 1);
            if (at > bytes.limit()) {
                throw new IncompleteFile();
            }
        }
        var data = length(bytes, (int) at + 4);
        var open = data == 0 || data == UNKNOWN_LENGTH;
        if (!described || (!open && at + CHUNK_HEADER + data > bytes.limit())) {
            throw new IncompleteFile();
        }
        return MediaType.WAV;
    }

    private static long length(ByteBuffer bytes, int at) {
        return Integer.reverseBytes(bytes.getInt(at)) & 0xffffffffL;
    }
}

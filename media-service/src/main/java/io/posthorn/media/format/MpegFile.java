package io.posthorn.media.format;

import io.posthorn.media.format.FileInspector.IncompleteFile;
import java.nio.ByteBuffer;

/** MPEG films and MP3: streams without a length. A file can only be told from bytes that happen to begin like one. */
final class MpegFile {
    private static final int SHORTEST = 64;
    private static final int TAG = 0x494433; // ID3
    private static final int TAG_HEADER = 10;
    private static final int FURTHEST_FRAME = 8192;
    private static final int[] V1_KBITS = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] V2_KBITS = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    private static final int[] V1_HERTZ = {44100, 48000, 32000};

    private MpegFile() {}

    static MediaType video(ByteBuffer bytes) {
        if (bytes.limit() < SHORTEST) {
            throw new IncompleteFile();
        }
        return MediaType.MPEG;
    }

    /** After the tag stands a frame, perhaps behind some padding, and after that frame another one or the end. */
    static MediaType audio(ByteBuffer bytes) {
        int start = bytes.getInt(0) >>> 8 == TAG ? afterTag(bytes) : 0;
        int last = Math.min(bytes.limit() - 4, start + FURTHEST_FRAME);
        for (int at = start; at <= last; at++) {
            int length = frameLength(bytes.getInt(at));
            if (length > 0 && (at + length == bytes.limit() || frameLength(bytes.getInt(at + length)) > 0)) {
                return MediaType.MP3;
            }
        }
        throw new IncompleteFile();
    }

    private static int afterTag(ByteBuffer bytes) {
        int size = 0;
        for (int at = 6; at < TAG_HEADER; at++) {
            size = size << 7 | bytes.get(at) & 0x7f;
        }
        return TAG_HEADER + size;
    }

    /** 0 when these four bytes are not the header of a layer III frame. */
    private static int frameLength(int header) {
        int version = header >>> 19 & 3;
        int bits = header >>> 12 & 15;
        int rate = header >>> 10 & 3;
        if (header >>> 21 != 0x7ff
                || version == 1
                || (header >>> 17 & 3) != 1
                || bits == 0
                || bits == 15
                || rate == 3) {
            return 0;
        }
        var first = version == 3;
        int hertz = V1_HERTZ[rate] >> (first ? 0 : version == 2 ? 1 : 2);
        int kbits = first ? V1_KBITS[bits] : V2_KBITS[bits];
        return (first ? 144 : 72) * kbits * 1000 / hertz + (header >>> 9 & 1);
    }
}

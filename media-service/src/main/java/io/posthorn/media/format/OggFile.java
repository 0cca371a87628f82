package io.posthorn.media.format;

import io.posthorn.media.format.FileInspector.IncompleteFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Ogg: pages one after the other. The first one says what is inside; only sound is taken. */
final class OggFile {
    private static final int PAGE = 0x4f676753; // OggS
    private static final int PAGE_HEADER = 27;

    private OggFile() {}

    static MediaType read(ByteBuffer bytes) {
        int first = PAGE_HEADER + segments(bytes, 0);
        var beginning = new byte[8];
        bytes.get(first, beginning);
        var codec = new String(beginning, StandardCharsets.ISO_8859_1);
        if (Stream.of("\u0001vorbis", "OpusHead", "\u007fFLAC", "Speex   ").noneMatch(codec::startsWith)) {
            throw FormatProblems.refused("Of Ogg files those with sound are taken; these bytes are another one");
        }
        for (int at = 0; at < bytes.limit(); at = afterPage(bytes, at)) {
            if (bytes.getInt(at) != PAGE) {
                throw new IncompleteFile();
            }
        }
        return MediaType.OGG;
    }

    private static int segments(ByteBuffer bytes, int page) {
        return bytes.get(page + PAGE_HEADER - 1) & 0xff;
    }

    private static int afterPage(ByteBuffer bytes, int page) {
        int table = page + PAGE_HEADER;
        int end = table + segments(bytes, page);
        for (int at = table; at < table + segments(bytes, page); at++) {
            end += bytes.get(at) & 0xff;
        }
        if (end > bytes.limit()) {
            throw new IncompleteFile();
        }
        return end;
    }
}

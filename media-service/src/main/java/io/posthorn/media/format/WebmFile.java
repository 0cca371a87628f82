package io.posthorn.media.format;

import io.posthorn.media.format.FileInspector.IncompleteFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** WebM: elements within elements, each with its length. Whether there is a picture stands in the description of tracks. */
final class WebmFile {
    private static final int EBML = 0x1a45dfa3;
    private static final int DOCUMENT_TYPE = 0x4282;
    private static final int SEGMENT = 0x18538067;
    private static final int CLUSTER = 0x1f43b675;
    private static final int TRACKS = 0x1654ae6b;
    private static final int TRACK = 0xae;
    private static final int TRACK_TYPE = 0x83;
    private static final int VIDEO = 1;

    /** {@code end} is -1 for an element whose end the writer did not know. */
    private record Element(int id, int start, int end) {}

    private WebmFile() {}

    static MediaType read(ByteBuffer bytes) {
        var header = element(bytes, 0);
        if (header.id() != EBML || header.end() < 0 || !isWebm(bytes, header)) {
            throw FormatProblems.refused("Of this family of files WebM is taken; these bytes are another");
        }
        var segment = element(bytes, header.end());
        if (segment.id() != SEGMENT) {
            throw new IncompleteFile();
        }
        var end = segment.end() < 0 ? bytes.limit() : segment.end();
        return hasPicture(bytes, segment.start(), end) ? MediaType.WEBM : MediaType.WEBM_AUDIO;
    }

    private static boolean isWebm(ByteBuffer bytes, Element header) {
        var type = child(bytes, DOCUMENT_TYPE, header.start(), header.end());
        if (type == null) {
            return false;
        }
        var name = new byte[type.end() - type.start()];
        bytes.get(type.start(), name);
        return new String(name, StandardCharsets.ISO_8859_1).replace("\0", "").equals("webm");
    }

    private static boolean hasPicture(ByteBuffer bytes, int start, int end) {
        var tracks = child(bytes, TRACKS, start, end);
        if (tracks == null) {
            throw new IncompleteFile();
        }
        for (int at = tracks.start(); at < tracks.end(); ) {
            var track = bounded(bytes, at);
            var type = track.id() == TRACK ? child(bytes, TRACK_TYPE, track.start(), track.end()) : null;
            if (type != null && bytes.get(type.start()) == VIDEO) {
                return true;
            }
            at = track.end();
        }
        return false;
    }

    /** The first of that id; null when there is none before the sound and the pictures begin. */
    private static Element child(ByteBuffer bytes, int id, int start, int end) {
        for (int at = start; at < end; ) {
            var element = element(bytes, at);
            if (element.id() == id && element.end() >= 0) {
                return element;
            }
            if (element.id() == CLUSTER || element.end() < 0) {
                return null;
            }
            at = element.end();
        }
        return null;
    }

    private static Element bounded(ByteBuffer bytes, int at) {
        var element = element(bytes, at);
        if (element.end() < 0) {
            throw new IncompleteFile();
        }
        return element;
    }

    private static Element element(ByteBuffer bytes, int at) {
        int idLength = Integer.numberOfLeadingZeros(bytes.get(at) & 0xff) - 23;
        int sizeLength = Integer.numberOfLeadingZeros(bytes.get(at + idLength) & 0xff) - 23;
        if (idLength > 4 || sizeLength > 8) {
            throw new IncompleteFile();
        }
        int id = (int) number(bytes, at, idLength);
        long mask = (1L << 7 * sizeLength) - 1;
        long size = number(bytes, at + idLength, sizeLength) & mask;
        int start = at + idLength + sizeLength;
        if (size == mask) {
            return new Element(id, start, -1);
        }
        if (size > bytes.limit() - start) {
            throw new IncompleteFile();
        }
        return new Element(id, start, start + (int) size);
    }

    private static long number(ByteBuffer bytes, int at, int length) {
        long number = 0;
        for (int i = 0; i < length; i++) {
            number = number << 8 | bytes.get(at + i) & 0xff;
        }
        return number;
    }
}

package io.posthorn.media.format;

import static io.posthorn.media.format.MediaKind.AUDIO;
import static io.posthorn.media.format.MediaKind.DOCUMENT;
import static io.posthorn.media.format.MediaKind.IMAGE;
import static io.posthorn.media.format.MediaKind.VIDEO;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How a file begins: which kinds it can still turn out to be, before all of it is there. */
public enum Signature {
    PNG(Set.of(IMAGE), mark(0, "89504e470d0a1a0a")),
    JPEG(Set.of(IMAGE), mark(0, "ffd8ff")),
    GIF(Set.of(IMAGE), mark(0, "474946383761"), mark(0, "474946383961")),
    WEBP(Set.of(IMAGE), mark(0, "52494646", 8, "57454250")),
    WAV(Set.of(AUDIO), mark(0, "52494646", 8, "57415645")),
    /** MP4 and QuickTime; the second form is QuickTime's from before there was a file type. */
    ISO_MEDIA(Set.of(VIDEO), mark(4, "66747970"), mark(4, "6d6f6f76"), mark(4, "6d646174"), mark(4, "77696465")),
    MPEG(Set.of(VIDEO), mark(0, "000001ba"), mark(0, "000001b3")),
    EBML(Set.of(VIDEO, AUDIO), mark(0, "1a45dfa3")),
    PDF(Set.of(DOCUMENT), mark(0, "255044462d")),
    ZIP(Set.of(DOCUMENT), mark(0, "504b0304")),
    OLE(Set.of(DOCUMENT), mark(0, "d0cf11e0a1b11ae1")),
    OGG(Set.of(AUDIO), mark(0, "4f676753")),
    MP3(Set.of(AUDIO), mark(0, "494433"), mark(0, "fffb"), mark(0, "fffa"), mark(0, "fff3"), mark(0, "fff2")),
    /** Begins like none of the others and has no byte that a text has not. */
    TEXT(Set.of(DOCUMENT));

    /** How many bytes are looked at. */
    public static final int LENGTH = 512;

    private record Mark(int at, byte[] bytes) {
        boolean isIn(byte[] beginning) {
            int end = at + bytes.length;
            return beginning.length >= end && Arrays.equals(beginning, at, end, bytes, 0, bytes.length);
        }
    }

    private final Set<MediaKind> kinds;
    private final List<List<Mark>> marks;

    @SafeVarargs
    Signature(Set<MediaKind> kinds, List<Mark>... marks) {
        this.kinds = kinds;
        this.marks = List.of(marks);
    }

    /** Empty for what is none of the types that are taken. */
    public static Optional<Signature> of(byte[] beginning) {
        return Arrays.stream(values())
                .filter(signature -> signature.isOf(beginning))
                .findFirst()
                .or(() -> TextFile.canBeText(beginning) ? Optional.of(TEXT) : Optional.empty());
    }

    public Set<MediaKind> kinds() {
        return kinds;
    }

    private boolean isOf(byte[] beginning) {
        return marks.stream().anyMatch(all -> all.stream().allMatch(mark -> mark.isIn(beginning)));
    }

    private static List<Mark> mark(int at, String hex) {
        return List.of(new Mark(at, HexFormat.of().parseHex(hex)));
    }

    private static List<Mark> mark(int at, String hex, int thenAt, String thenHex) {
        return List.of(
                new Mark(at, HexFormat.of().parseHex(hex)),
                new Mark(thenAt, HexFormat.of().parseHex(thenHex)));
    }
}

package io.posthorn.media.format;

import io.posthorn.media.format.FileInspector.IncompleteFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** MP4 and QuickTime: boxes that say their length, one of which describes the film. */
final class IsoMediaFile {
    private static final String FILE_TYPE = "ftyp";
    private static final String QUICKTIME = "qt  ";
    private static final Set<String> DESCRIPTIONS = Set.of("moov", "moof");
    private static final Set<String> MP4_BRANDS = Set.of(
            "isom", "iso2", "iso3", "iso4", "iso5", "iso6", "iso7", "iso8", "iso9", "mp41", "mp42", "mmp4", "avc1",
            "dash", "MSNV", "M4V ", "M4VH", "M4VP", "f4v ", "NDSC", "NDSH", "NDSM");

    private IsoMediaFile() {}

    static MediaType read(ByteBuffer bytes) {
        var type = type(bytes);
        long at = 0;
        var described = false;
        while (at < bytes.limit()) {
            described |= DESCRIPTIONS.contains(name(bytes, (int) at + 4));
            at += length(bytes, (int) at);
        }
        if (at > bytes.limit() || !described) {
            throw new IncompleteFile();
        }
        return type;
    }

    private static MediaType type(ByteBuffer bytes) {
        var brand = name(bytes, 4).equals(FILE_TYPE) ? name(bytes, 8) : QUICKTIME;
        if (brand.equals(QUICKTIME)) {
            return MediaType.QUICKTIME;
        }
        if (MP4_BRANDS.contains(brand)) {
            return MediaType.MP4;
        }
        throw FormatProblems.refused(
                "Of this family of files MP4 and QuickTime videos are taken; these bytes are neither");
    }

    /** 0 means to the end of the file, 1 that a longer number follows. */
    private static long length(ByteBuffer bytes, int at) {
        long length = bytes.getInt(at) & 0xffffffffL;
        if (length == 0) {
            return bytes.limit() - at;
        }
        if (length == 1) {
            length = bytes.getLong(at + 8);
        }
        if (length < 8 || length > bytes.limit()) {
            throw new IncompleteFile();
        }
        return length;
    }

    private static String name(ByteBuffer bytes, int at) {
        var name = new byte[4];
        bytes.get(at, name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }
}

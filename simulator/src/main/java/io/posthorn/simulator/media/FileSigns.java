package io.posthorn.simulator.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Tells by its first bytes whether a file can be what it is said to be. Types without a sign are believed. */
final class FileSigns {
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int FEATURES_OF_WEBP = 20;
    private static final int HEAD_OF_OPUS = 28;
    private static final int ANIMATED = 0x02;

    private FileSigns() {}

    static boolean fit(String mimeType, byte[] file) {
        return switch (mimeType) {
            case "image/jpeg" -> has(file, 0, JPEG);
            case "image/png" -> has(file, 0, PNG);
            case "image/webp" -> has(file, 0, "RIFF") && has(file, 8, "WEBP");
            case "application/pdf" -> has(file, 0, "%PDF-");
            case "video/mp4", "video/3gpp", "audio/mp4" -> has(file, 4, "ftyp");
            case "audio/ogg", "audio/opus" -> isMonoOpus(file);
            case "audio/amr" -> has(file, 0, "#!AMR");
            default -> true;
        };
    }

    /** The first page holds the head of Opus, whose second byte after the name is the number of channels. */
    private static boolean isMonoOpus(byte[] file) {
        return has(file, 0, "OggS")
                && has(file, HEAD_OF_OPUS, "OpusHead")
                && file.length > HEAD_OF_OPUS + 9
                && file[HEAD_OF_OPUS + 9] == 1;
    }

    static boolean isAnimated(byte[] webp) {
        return has(webp, 12, "VP8X") && webp.length > FEATURES_OF_WEBP && (webp[FEATURES_OF_WEBP] & ANIMATED) != 0;
    }

    private static boolean has(byte[] file, int place, String sign) {
        return has(file, place, sign.getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean has(byte[] file, int place, byte[] sign) {
        var end = place + sign.length;
        return file.length >= end && Arrays.equals(file, place, end, sign, 0, sign.length);
    }
}

package io.posthorn.simulator;

import java.util.Arrays;

/** Files that look, by their first bytes, like what they are said to be. */
public final class Files {
    public static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1, 2, 3, (byte) 0xfe};
    public static final byte[] PDF = "%PDF-1.7 nothing more".getBytes();

    public static final byte[] MP4 = {0, 0, 0, 0x18, 'f', 't', 'y', 'p', 'm', 'p', '4', '2', 0, 0, 0, 0};

    private Files() {}

    /** A picture of 512 x 512 that does not move. */
    public static byte[] webp() {
        var file = "RIFF....WEBPVP8X....flags....".getBytes();
        Arrays.fill(file, 16, file.length, (byte) 0);
        file[16] = 10;
        file[24] = (byte) 0xff;
        file[25] = 1;
        file[27] = (byte) 0xff;
        file[28] = 1;
        return Arrays.copyOf(file, 30);
    }

    /** The beginning of a voice note with one channel. */
    public static byte[] opus() {
        var file = Arrays.copyOf("OggS....................1...OpusHead".getBytes(), 47);
        file[36] = 1;
        file[37] = 1;
        return file;
    }

    public static byte[] png(int size) {
        return Arrays.copyOf(PNG, size);
    }
}

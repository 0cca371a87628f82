package io.posthorn.simulator;

import java.util.Arrays;

/** Files that look, by their first bytes, like what they are said to be. */
public final class Files {
    public static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1, 2, 3, (byte) 0xfe};
    public static final byte[] PDF = "%PDF-1.7 nothing more".getBytes();

    public static final byte[] MP4 = {0, 0, 0, 0x18, 'f', 't', 'y', 'p', 'm', 'p', '4', '2', 0, 0, 0, 0};

    private Files() {}

    public static byte[] png(int size) {
        return Arrays.copyOf(PNG, size);
    }
}

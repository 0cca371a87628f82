package io.posthorn.endtoend.door;

import java.io.InputStream;

/** So many zeros. */
final class Zeros extends InputStream {
    private long left;

    Zeros(long number) {
        this.left = number;
    }

    @Override
    public int read() {
        return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] into, int from, int most) {
        if (left <= 0) {
            return -1;
        }
        int given = (int) Math.min(most, left);
        left -= given;
        return given;
    }
}

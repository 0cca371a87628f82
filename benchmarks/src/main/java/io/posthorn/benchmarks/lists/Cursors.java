package io.posthorn.benchmarks.lists;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/** A cursor as the services write it, made without walking there: a time and an id. */
final class Cursors {
    private static final int BYTES = 28;
    private static final long MICROS = 1_000_000;

    private Cursors() {}

    static String encoded(long epochMicros, UUID id) {
        var bytes = ByteBuffer.allocate(BYTES)
                .putLong(Math.floorDiv(epochMicros, MICROS))
                .putInt((int) Math.floorMod(epochMicros, MICROS) * 1000)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}

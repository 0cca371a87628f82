package io.posthorn.simulator.world;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The wamids of one world, in Meta's form: the customer's number and 18 hex digits, wrapped in Base64. The digits are
 * the world's ordinal and a scrambled counter, so no two messages of any worlds share an id.
 */
final class MessageIds {
    private static final long MASK = (1L << 56) - 1;

    private final int ordinal;
    private final long seed;
    private final AtomicLong counter = new AtomicLong();

    MessageIds(int ordinal, long seed) {
        this.ordinal = ordinal;
        this.seed = seed & MASK;
    }

    long issued() {
        return counter.get();
    }

    void goOnAfter(long last) {
        counter.set(last);
    }

    String next(String customer) {
        var hex = "%04X%014X".formatted(ordinal & 0xFFFF, scramble(counter.incrementAndGet() ^ seed));
        var bytes = new ByteArrayOutputStream();
        write(bytes, 0x1c, 0x18, customer.length());
        bytes.writeBytes(customer.getBytes(StandardCharsets.US_ASCII));
        write(bytes, 0x15, 0x02, 0x00, 0x11, 0x18, hex.length());
        bytes.writeBytes(hex.getBytes(StandardCharsets.US_ASCII));
        write(bytes, 0x00);
        return "wamid." + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /** Each step can be undone, hence different counters stay different. */
    private static long scramble(long value) {
        var scrambled = (value * 0x9e3779b97f4a7c15L) & MASK;
        scrambled ^= scrambled >>> 28;
        scrambled = (scrambled * 0xbf58476d1ce4e5b9L) & MASK;
        return scrambled ^ (scrambled >>> 28);
    }

    private static void write(ByteArrayOutputStream bytes, int... values) {
        for (var value : values) {
            bytes.write(value);
        }
    }
}

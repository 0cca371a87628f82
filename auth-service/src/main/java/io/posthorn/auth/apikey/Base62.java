package io.posthorn.auth.apikey;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

/** Digits and letters only, so that a double click selects the whole of it. */
final class Base62 {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
    private static final int UUID_BITS = 128;

    private Base62() {}

    static String encode(UUID id, int length) {
        var bytes = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return encode(new BigInteger(1, bytes), length);
    }

    /** Leading zeros fill it up to the length. */
    static String encode(BigInteger number, int length) {
        var text = new char[length];
        for (int at = length - 1; at >= 0; at--) {
            var division = number.divideAndRemainder(BASE);
            text[at] = DIGITS.charAt(division[1].intValue());
            number = division[0];
        }
        return new String(text);
    }

    /** Empty for what is more than a UUID. */
    static Optional<UUID> decodeId(String text) {
        var number = BigInteger.ZERO;
        for (char digit : text.toCharArray()) {
            number = number.multiply(BASE).add(BigInteger.valueOf(DIGITS.indexOf(digit)));
        }
        return number.bitLength() > UUID_BITS
                ? Optional.empty()
                : Optional.of(new UUID(number.shiftRight(64).longValue(), number.longValue()));
    }
}

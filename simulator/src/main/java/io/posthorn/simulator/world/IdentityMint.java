package io.posthorn.simulator.world;

import io.posthorn.simulator.directory.BusinessNumber;
import java.util.HexFormat;
import java.util.SplittableRandom;

/** Makes identities that look like Meta's: the same ones, in the same order, for the same seed. */
final class IdentityMint {
    private static final String TOKEN_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final SplittableRandom random;

    IdentityMint(long seed) {
        this.random = new SplittableRandom(seed);
    }

    WorldIdentity mint(int ordinal) {
        var id = "w%d-%s".formatted(ordinal, hex(4));
        var line = 2_000_000 + random.nextInt(8_000_000);
        var display = "+1 555 %03d %04d".formatted(line / 10_000, line % 10_000);
        var numberId = objectId(4);
        var appId = objectId(5);
        var secret = hex(16);
        var wabaId = objectId(3);
        var number = new BusinessNumber(numberId, wabaId, "1555" + line, display, "World " + ordinal);
        return new WorldIdentity(id, ordinal, appId, secret, wabaId, "EAAS" + token(44), number);
    }

    /** Fifteen digits, the first of which tells people what kind of object it is. */
    private String objectId(int kind) {
        return "%d%014d".formatted(kind, random.nextLong(1_000_000, 100_000_000_000_000L));
    }

    private String hex(int bytes) {
        var drawn = new byte[bytes];
        random.nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }

    private String token(int length) {
        var token = new StringBuilder(length);
        for (var i = 0; i < length; i++) {
            token.append(TOKEN_CHARACTERS.charAt(random.nextInt(TOKEN_CHARACTERS.length())));
        }
        return token.toString();
    }
}

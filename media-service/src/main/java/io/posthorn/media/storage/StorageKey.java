package io.posthorn.media.storage;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;

/** Names a kept file: random, so it tells nothing and cannot be guessed or chosen by a client. */
public record StorageKey(UUID workspaceId, String name) {
    private static final SecureRandom RANDOM = new SecureRandom();

    public static StorageKey random(UUID workspaceId) {
        return new StorageKey(workspaceId, randomName());
    }

    static String randomName() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    static boolean isName(String text) {
        return text.matches("[0-9a-f]{32}");
    }
}

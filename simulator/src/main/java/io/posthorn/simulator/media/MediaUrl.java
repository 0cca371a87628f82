package io.posthorn.simulator.media;

import io.posthorn.simulator.world.World;
import java.time.Duration;

/** The address of a file's bytes: good for five minutes, and only with the token. */
public final class MediaUrl {
    static final String EDGE = "attachments";
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int DIGITS = 20;

    private MediaUrl() {}

    public static String of(World world, String origin, String id) {
        var expires = Long.toString(world.clock().millis() / 1000 + LIFE.toSeconds());
        return "%s/whatsapp_business/%s/?mid=%s&ext=%s&hash=%s"
                .formatted(origin, EDGE, id, expires, hash(world, id, expires));
    }

    static boolean isGood(World world, String id, String expires, String hash) {
        return expires.matches("\\d{1,15}")
                && world.clock().millis() / 1000 < Long.parseLong(expires)
                && hash(world, id, expires).equals(hash);
    }

    private static String hash(World world, String id, String expires) {
        return world.dice().digits(DIGITS, "media url", id + " " + expires);
    }
}

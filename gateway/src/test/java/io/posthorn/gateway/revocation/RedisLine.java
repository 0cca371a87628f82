package io.posthorn.gateway.revocation;

import io.posthorn.testkit.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Writes into the stream of revocations as auth-service does, from outside the gateway. */
final class RedisLine {
    private RedisLine() {}

    static void revoke(String session) {
        say("XADD posthorn:revocations MINID ~ %d * session %s workspace w reason logout"
                .formatted(System.currentTimeMillis() - 1_200_000, session));
    }

    private static void say(String command) {
        var redis = URI.create(Stores.redis());
        try (var socket = new Socket(redis.getHost(), redis.getPort())) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            if (socket.getInputStream().read() == '-') {
                throw new IllegalStateException("Redis refused " + command);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

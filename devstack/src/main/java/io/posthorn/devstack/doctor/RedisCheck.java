package io.posthorn.devstack.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Redis: whether it answers. Without it tokens live out their time and limits count per process. */
record RedisCheck(Patient patient) implements Check {
    private static final String SUBJECT = "redis";
    private static final int PATIENCE_MILLIS = 3_000;

    @Override
    public String subject() {
        return SUBJECT;
    }

    @Override
    public List<Finding> look() {
        var url = patient.redis();
        if (url.isEmpty()) {
            return List.of(Finding.ok(SUBJECT, "embedded, not running"));
        }
        var address = URI.create(url.get());
        var place = address.getHost() + ":" + address.getPort();
        if ("rediss".equals(address.getScheme())) {
            return List.of(Finding.ok(SUBJECT, place + " speaks TLS and is not asked"));
        }
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII);
            return List.of(
                    answer.startsWith("+PONG") || answer.startsWith("-NOAU")
                            ? Finding.ok(SUBJECT, place)
                            : Finding.failed(SUBJECT, place + " is no Redis", "Correct POSTHORN_REDIS_URL"));
        } catch (IOException away) {
            return List.of(Finding.failed(
                    SUBJECT, "%s does not answer".formatted(place), "Start it, or correct POSTHORN_REDIS_URL"));
        }
    }
}

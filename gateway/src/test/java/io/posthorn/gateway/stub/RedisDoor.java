package io.posthorn.gateway.stub;

import io.posthorn.testkit.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The way to Redis, which a test can open and close; and what others write into Redis by a way of their own. */
public final class RedisDoor implements AutoCloseable {
    private final ServerSocket server;
    private final Queue<Socket> connections = new ConcurrentLinkedQueue<>();

    private RedisDoor(ServerSocket server) {
        this.server = server;
    }

    public static RedisDoor open(int port) {
        try {
            var server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            var door = new RedisDoor(server);
            Thread.ofVirtual().start(door::accept);
            return door;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** As auth-service writes it. */
    public static void revoke(String session) {
        add(session, false);
    }

    /** What was revoked is good again. */
    public static void lift(String session) {
        add(session, true);
    }

    private static void add(String session, boolean lifted) {
        var command = "XADD posthorn:revocations MINID ~ %d * session %s workspace w reason logout lifted %s\r\n"
                .formatted(System.currentTimeMillis() - 1_200_000, session, lifted);
        try (var redis = connect()) {
            redis.getOutputStream().write(command.getBytes(StandardCharsets.UTF_8));
            redis.getOutputStream().flush();
            if (redis.getInputStream().read() == '-') {
                throw new IllegalStateException("Redis refused " + command);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (var connection : connections) {
                connection.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Socket connect() throws IOException {
        var redis = URI.create(Stores.redis());
        return new Socket(redis.getHost(), redis.getPort());
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                var client = server.accept();
                var redis = connect();
                connections.add(client);
                connections.add(redis);
                Thread.ofVirtual().start(() -> pump(client, redis));
                Thread.ofVirtual().start(() -> pump(redis, client));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException closed) {
            // from one side or the other
        }
    }
}

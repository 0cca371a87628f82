package io.posthorn.gateway.stub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A server in the place of the upstream {@code fragile} that does not speak HTTP, or not to the end. */
public final class RawUpstream implements AutoCloseable {
    private final ServerSocket server;
    private final Behaviour behaviour;
    private final Queue<Socket> connections = new ConcurrentLinkedQueue<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private Thread acceptor;

    /** What happens on a connection; it is closed afterwards. */
    @FunctionalInterface
    public interface Behaviour {
        void on(Socket connection, int number) throws IOException;
    }

    private RawUpstream(ServerSocket server, Behaviour behaviour) {
        this.server = server;
        this.behaviour = behaviour;
    }

    public static RawUpstream that(Behaviour behaviour) {
        try {
            var server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new java.net.InetSocketAddress(
                    InetAddress.getLoopbackAddress(),
                    StubUpstream.url("fragile").getPort()));
            var upstream = new RawUpstream(server, behaviour);
            upstream.acceptor = Thread.ofVirtual().start(upstream::accept);
            return upstream;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Reads a request's head, then writes this and closes. */
    public static RawUpstream answering(String text) {
        return that((connection, number) -> {
            readHead(connection);
            write(connection, text);
        });
    }

    /** Accepts, reads, and says nothing until the other side gives up. */
    public static RawUpstream hanging() {
        return that((connection, number) -> {
            while (connection.getInputStream().read() >= 0) {
                // whatever it is
            }
        });
    }

    public static void write(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        connection.getOutputStream().flush();
    }

    public static void readHead(Socket connection) throws IOException {
        var last = new StringBuilder();
        while (last.indexOf("\r\n\r\n") < 0) {
            int read = connection.getInputStream().read();
            if (read < 0) {
                throw new SocketException("closed");
            }
            last.append((char) read);
        }
    }

    public int accepted() {
        return accepted.get();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (var connection : connections) {
                connection.close();
            }
            acceptor.join(); // until then the port is not free
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                var connection = server.accept();
                connections.add(connection);
                Thread.ofVirtual().start(() -> serve(connection, accepted.incrementAndGet()));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void serve(Socket connection, int number) {
        try (connection) {
            behaviour.on(connection, number);
        } catch (IOException gone) {
            // the gateway gave up first
        }
    }
}

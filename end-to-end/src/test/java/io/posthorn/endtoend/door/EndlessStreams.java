package io.posthorn.endtoend.door;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Answers every request with a stream of events that begins, and then is silent. */
final class EndlessStreams implements AutoCloseable {
    private static final byte[] BEGINNING =
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n:\n\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket server = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress());
    private final Queue<Socket> connections = new ConcurrentLinkedQueue<>();

    EndlessStreams() throws IOException {
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                var connection = server.accept();
                connections.add(connection);
                Thread.ofVirtual().start(() -> begin(connection));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private static void begin(Socket connection) {
        try {
            var last = 0;
            for (int ends = 0; ends < 4; ) {
                last = connection.getInputStream().read();
                ends = last == '\r' || last == '\n' ? ends + 1 : 0;
            }
            connection.getOutputStream().write(BEGINNING);
        } catch (IOException gone) {
            // the gateway has closed it
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var connection : connections) {
            connection.close();
        }
    }
}

package io.posthorn.endtoend.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** One address for several replicas: each connection goes to the next that answers, as a cluster's service does. */
final class Balancer implements AutoCloseable {
    private static final byte[] ACCEPTED = "HTTP/1.1 202".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket server;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger answersToLose = new AtomicInteger();
    private volatile List<Integer> ports;

    Balancer(int port) {
        this.ports = List.of();
        try {
            this.server = new ServerSocket(port, 200, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().name("balancer").start(this::accept);
    }

    void serve(List<Integer> replicas) {
        ports = List.copyOf(replicas);
    }

    /** The next so many requests are served, and their connections break where the answers would begin. */
    void loseAnswers(int count) {
        answersToLose.addAndGet(count);
    }

    boolean hasLostThem() {
        return answersToLose.get() == 0;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException ignored) {
            // it is going away anyhow
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        int first = next.getAndIncrement();
        for (int tried = 0; tried < ports.size(); tried++) {
            int port = ports.get(Math.floorMod(first + tried, ports.size()));
            try {
                var replica = new Socket(InetAddress.getLoopbackAddress(), port);
                Thread.ofVirtual().start(() -> pipe(client, replica, false));
                pipe(replica, client, true);
                return;
            } catch (IOException dead) {
                // the next one
            }
        }
        close(client);
    }

    private void pipe(Socket from, Socket to, boolean answers) {
        var buffer = new byte[16 * 1024];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (answers && isToBeLost(buffer)) {
                    break;
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException ended) {
            // both ends are closed below
        }
        close(from);
        close(to);
    }

    /** Only what was accepted is worth losing. */
    private boolean isToBeLost(byte[] answer) {
        return startsWith(answer, ACCEPTED) && answersToLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    private static boolean startsWith(byte[] bytes, byte[] beginning) {
        return Arrays.equals(bytes, 0, beginning.length, beginning, 0, beginning.length);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException ignored) {
            // it is gone already
        }
    }
}

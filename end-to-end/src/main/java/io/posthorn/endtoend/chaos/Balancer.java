package io.posthorn.endtoend.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** One address for several replicas: each connection goes to the next that answers, as a cluster's service does. */
final class Balancer implements AutoCloseable {
    private final ServerSocket server;
    private final AtomicInteger next = new AtomicInteger();
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
                Thread.ofVirtual().start(() -> pipe(client, replica));
                pipe(replica, client);
                return;
            } catch (IOException dead) {
                // the next one
            }
        }
        close(client);
    }

    private static void pipe(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException ended) {
            // both ends are closed below
        }
        close(from);
        close(to);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException ignored) {
            // it is gone already
        }
    }
}

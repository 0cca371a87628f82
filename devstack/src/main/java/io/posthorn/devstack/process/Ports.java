package io.posthorn.devstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.IntStream;

/** TCP ports of this machine. */
public final class Ports {
    private Ports() {}

    public static int free() {
        return free(1).getFirst();
    }

    /** Different free ports; they are held together while they are chosen, so none comes twice. */
    public static List<Integer> free(int count) {
        var held = IntStream.range(0, count).mapToObj(number -> hold()).toList();
        var ports = held.stream().map(ServerSocket::getLocalPort).toList();
        held.forEach(Ports::release);
        return ports;
    }

    /** Whether a process could listen there now, on any address. */
    public static boolean isFree(int port) {
        try (var socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static ServerSocket hold() {
        try {
            return new ServerSocket(0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

package io.posthorn.gateway.stub;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A client that writes what it likes, byte for byte. */
public final class RawClient {
    private RawClient() {}

    /** Everything that came back until the connection was closed; the request should ask for that. */
    public record Reply(String text) {
        public int status() {
            return text.isEmpty() ? 0 : Integer.parseInt(text.split(" ")[1]);
        }

        public boolean isProblem() {
            return text.toLowerCase(java.util.Locale.ROOT).contains("content-type: application/problem+json");
        }
    }

    public static Reply get(String target) {
        return send("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }

    public static Reply send(String request) {
        try (var socket = new Socket("localhost", Client.port())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new Reply(readAll(socket));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String readAll(Socket socket) throws IOException {
        var all = new ByteArrayOutputStream();
        var part = new byte[8192];
        try {
            for (int read = socket.getInputStream().read(part);
                    read >= 0;
                    read = socket.getInputStream().read(part)) {
                all.write(part, 0, read);
            }
        } catch (SocketException | SocketTimeoutException over) {
            // what was read before is what came back
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }
}

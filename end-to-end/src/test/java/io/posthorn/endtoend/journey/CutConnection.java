package io.posthorn.endtoend.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A client whose connection breaks: after so many bytes of its request, or so long after all of them. */
record CutConnection(URI gateway, String token) {
    /** @param bytes of the request that still get through; beyond its end the answer is cut off instead */
    void post(String path, byte[] body, int bytes, int answerMillis) {
        var head =
                "POST %s HTTP/1.1\r\nHost: %s:%d\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                        .formatted(path, gateway.getHost(), gateway.getPort(), token, body.length)
                        .getBytes(StandardCharsets.US_ASCII);
        var request = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        try (var socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.getOutputStream().write(request, 0, Math.min(bytes, request.length));
            socket.getOutputStream().flush();
            if (bytes >= request.length && answerMillis > 0) {
                socket.setSoTimeout(answerMillis);
                awaitFirstByte(socket);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void awaitFirstByte(Socket socket) throws IOException {
        try {
            socket.getInputStream().read();
        } catch (SocketTimeoutException cut) {
            // as it should be: nothing of the answer was seen
        }
    }
}

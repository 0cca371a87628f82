package io.posthorn.simulator.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Sends bytes and reads as much of HTTP as it takes to use a connection again. */
final class RawConnection implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;

    /** What came back: a status, 0 when the other side hung up, -1 when it kept silent. */
    record Answer(int status, String body, boolean isAllowedToHangUp) {
        boolean isBroken() {
            return status >= 500 || status < 0 || (status == 0 && !isAllowedToHangUp);
        }
    }

    private final URI base;
    private Socket socket;
    private InputStream input;

    RawConnection(URI base) {
        this.base = base;
    }

    Answer exchange(RawRequest request) throws IOException {
        var fresh = socket == null;
        try {
            open();
            socket.getOutputStream().write(request.bytes());
            if (request.mayEnd()) {
                socket.shutdownOutput();
            }
            return read(request);
        } catch (SocketTimeoutException silence) {
            close();
            return new Answer(-1, "", false);
        } catch (IOException hungUp) {
            close();
            // A connection that was kept may have ended meanwhile: only a new one says something about this request.
            return fresh || request.mayEnd() ? new Answer(0, "", request.mayEnd()) : exchange(request);
        }
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }

    private void open() throws IOException {
        if (socket == null) {
            socket = new Socket(base.getHost(), base.getPort());
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            input = new BufferedInputStream(socket.getInputStream());
        }
    }

    private Answer read(RawRequest request) throws IOException {
        var statusLine = line();
        var status = Integer.parseInt(statusLine.split(" ")[1]);
        var length = -1;
        var isChunked = false;
        var isLast = request.mayEnd();
        for (var header = line(); !header.isEmpty(); header = line()) {
            var small = header.toLowerCase(Locale.ROOT);
            length = small.startsWith("content-length:")
                    ? Integer.parseInt(small.substring(15).trim())
                    : length;
            isChunked |= small.startsWith("transfer-encoding:");
            isLast |= small.startsWith("connection: close");
        }
        if (status == 100) {
            return read(request);
        }
        var isBodyless = request.method().equals("HEAD") || status == 204 || status == 304;
        var body = isBodyless
                ? new byte[0]
                : isChunked ? chunks() : length >= 0 ? input.readNBytes(length) : input.readAllBytes();
        if (isLast || (!isBodyless && !isChunked && length < 0)) {
            close();
        }
        return new Answer(status, new String(body, StandardCharsets.UTF_8), request.mayEnd());
    }

    private byte[] chunks() throws IOException {
        var all = new ByteArrayOutputStream();
        for (var size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            all.writeBytes(input.readNBytes(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (var sign = input.read(); sign != '\n'; sign = input.read()) {
            if (sign < 0) {
                throw new IOException("The other side hung up");
            }
            if (sign != '\r') {
                line.append((char) sign);
            }
        }
        return line.toString();
    }
}

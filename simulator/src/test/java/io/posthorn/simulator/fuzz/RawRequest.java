package io.posthorn.simulator.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A request as bytes, so that it can be as wrong as no HTTP client would let it be.
 *
 * @param mayEnd whether the lengths do not fit or the line is no HTTP, so that hanging up is an answer too
 */
record RawRequest(String method, String target, List<String> headers, byte[] body, boolean mayEnd) {
    private static final int SHOWN = 400;

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes((method + " " + target + " HTTP/1.1\r\n").getBytes(StandardCharsets.UTF_8));
        headers.forEach(header -> bytes.writeBytes((header + "\r\n").getBytes(StandardCharsets.UTF_8)));
        bytes.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    @Override
    public String toString() {
        return shortened("%s %s %s".formatted(method, target, headers)) + " "
                + shortened(new String(body, StandardCharsets.UTF_8));
    }

    private static String shortened(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "... (" + text.length() + ")" : text;
    }
}

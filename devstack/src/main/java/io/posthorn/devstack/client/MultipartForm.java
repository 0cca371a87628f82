package io.posthorn.devstack.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** A form with one file, as browsers send it (RFC 7578). */
record MultipartForm(Path file, String mimeType, String boundary) {
    MultipartForm(Path file, String mimeType) {
        this(file, mimeType, "posthorn-" + UUID.randomUUID());
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    byte[] body() {
        try {
            var body = new ByteArrayOutputStream();
            body.writeBytes(text(
                    "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                            .formatted(boundary, file.getFileName(), mimeType)));
            body.writeBytes(Files.readAllBytes(file));
            body.writeBytes(text("\r\n--%s--\r\n".formatted(boundary)));
            return body.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read " + file, failure);
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

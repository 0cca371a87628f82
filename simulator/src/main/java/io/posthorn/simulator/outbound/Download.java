package io.posthorn.simulator.outbound;

import io.vertx.core.http.HttpClientResponse;
import java.util.Locale;
import java.util.Optional;

/**
 * What was found at an address.
 *
 * @param status the HTTP status, or 0 when there was no answer
 * @param error why it was not read, or an empty text
 * @param mimeType as the answer names it, without parameters
 * @param head its first bytes
 * @param length how many bytes it has; one too many, when it has more than were wanted
 */
public record Download(int status, String error, String mimeType, byte[] head, long length) {
    public static Download failed(String error) {
        return new Download(0, error, "", new byte[0], 0);
    }

    static Download failed(Throwable failure) {
        return failed(failure.getClass().getSimpleName());
    }

    static Download refused(HttpClientResponse answer) {
        var error = "http code %d, status message %s".formatted(answer.statusCode(), answer.statusMessage());
        return new Download(answer.statusCode(), error, "", new byte[0], 0);
    }

    static String mimeType(HttpClientResponse answer) {
        var type = Optional.ofNullable(answer.getHeader("Content-Type")).orElse("");
        return type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    }

    public boolean isFound() {
        return error.isEmpty();
    }
}

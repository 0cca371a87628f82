package io.posthorn.media.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Finds the file in a request: the body itself, or the part {@code file} of a form. Nothing is buffered: the request stays
 * paused until somebody pulls the bytes.
 */
public final class UploadReader {
    private static final Pattern NAME =
            Pattern.compile("(?i)filename=\"((?:[^\"\\\\]|\\\\.)*)\"|filename=([^;\\s\"]+)");
    private static final Pattern ENCODED_NAME = Pattern.compile("(?i)filename\\*=UTF-8''([^;\\s]+)");

    private UploadReader() {}

    public static Uni<Upload> read(HttpServerRequest request) {
        var type = request.getHeader("Content-Type");
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        if (type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            return Uni.createFrom().emitter(emitter -> new UploadForm(request, emitter).read());
        }
        var name = FileName.shown(nameIn(request.getHeader("Content-Disposition")));
        return Uni.createFrom()
                .item(new Upload(
                        request,
                        () -> type,
                        name,
                        length(request),
                        Uni.createFrom().voidItem()));
    }

    static long length(HttpServerRequest request) {
        var length = request.getHeader("Content-Length");
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
    }

    private static String nameIn(String disposition) {
        if (disposition == null) {
            return null;
        }
        var encoded = ENCODED_NAME.matcher(disposition);
        if (encoded.find()) {
            try {
                return URLDecoder.decode(encoded.group(1).replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException malformed) {
                return null;
            }
        }
        var plain = NAME.matcher(disposition);
        if (!plain.find()) {
            return null;
        }
        return plain.group(1) == null ? plain.group(2) : plain.group(1).replaceAll("\\\\(.)", "$1");
    }
}

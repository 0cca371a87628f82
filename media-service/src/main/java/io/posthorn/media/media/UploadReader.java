package io.posthorn.media.media;

import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Finds the file in a request: the body itself, or the part {@code file} of a form. Nothing is buffered: the request stays
 * paused until somebody pulls the bytes.
 */
final class UploadReader {
    private static final String PART = "file";
    /** What a form may hold besides the file. */
    private static final int FORM_AROUND_FILE = 64 * 1024;

    private static final Pattern NAME =
            Pattern.compile("(?i)filename=\"((?:[^\"\\\\]|\\\\.)*)\"|filename=([^;\\s\"]+)");
    private static final Pattern ENCODED_NAME = Pattern.compile("(?i)filename\\*=UTF-8''([^;\\s]+)");

    private UploadReader() {}

    static Uni<Upload> read(HttpServerRequest request) {
        var type = request.getHeader("Content-Type");
        if (type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            return Uni.createFrom().emitter(emitter -> readForm(request, emitter));
        }
        var name = FileName.shown(nameIn(request.getHeader("Content-Disposition")));
        return Uni.createFrom().item(new Upload(request, type, name, length(request)));
    }

    private static long length(HttpServerRequest request) {
        var length = request.getHeader("Content-Length");
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
    }

    /** The first part of that name is taken, what follows it is not read. */
    private static void readForm(HttpServerRequest request, UniEmitter<? super Upload> emitter) {
        try {
            request.exceptionHandler(broken -> emitter.fail(malformed(broken)));
            request.setExpectMultipart(true);
            request.endHandler(end -> emitter.fail(
                    new ProblemException(MediaProblems.EMPTY, "The form has no file in a part named " + PART)));
            request.uploadHandler(part -> take(part, length(request) - FORM_AROUND_FILE, emitter));
            request.resume();
        } catch (IllegalStateException | io.netty.handler.codec.DecoderException broken) {
            emitter.fail(malformed(broken));
        }
    }

    private static void take(HttpServerFileUpload part, long announced, UniEmitter<? super Upload> emitter) {
        if (PART.equals(part.name())) {
            part.pause();
            emitter.complete(new Upload(part, part.contentType(), FileName.shown(part.filename()), announced));
        }
    }

    private static ProblemException malformed(Throwable cause) {
        return new ProblemException(CommonProblems.MALFORMED, "The form could not be read", cause);
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

package io.posthorn.gateway.problem;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;

/**
 * What the client still sends when it is refused. A little is read and dropped, so the connection can be used again. More
 * than that closes it, but not at once: a reset would throw away the answer that is on its way to the client.
 */
record UnreadBody(HttpServerRequest request, boolean small) {
    private static final long WORTH_READING = 64 * 1024L;
    private static final long LINGER_MILLIS = 1000;
    private static final long NO_ERROR = 0;

    static UnreadBody of(HttpServerRequest request) {
        var length = request.getHeader("Content-Length");
        var chunked = request.getHeader("Transfer-Encoding") != null;
        boolean small = !chunked && (length == null || (length.length() < 6 && isSmall(length)));
        return new UnreadBody(request, small || request.isEnded());
    }

    /** The client stopped in the middle: there is nothing to wait for. */
    static void abandon(HttpServerRequest request, Buffer answer) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().end(answer).onSuccess(sent -> request.response().reset(NO_ERROR));
            return;
        }
        request.response().putHeader("Connection", "close");
        request.response().end(answer).onComplete(sent -> request.connection().close());
    }

    void endWith(Buffer answer, HttpServerResponse response) {
        if (small) {
            response.end(answer);
            request.resume();
            return;
        }
        boolean shared = request.version() == HttpVersion.HTTP_2;
        if (!shared) {
            response.putHeader("Connection", "close");
        }
        request.handler(dropped -> {});
        request.endHandler(all -> stopReading(shared));
        request.resume();
        response.end(answer);
        var context = io.vertx.core.Vertx.currentContext();
        if (context != null) {
            context.owner().setTimer(LINGER_MILLIS, late -> stopReading(shared));
        }
    }

    /** Others use the same connection in HTTP/2: there only this stream is told that nothing more is wanted. */
    private void stopReading(boolean shared) {
        if (!shared) {
            request.connection().close();
        } else if (!request.isEnded()) {
            request.response().reset(NO_ERROR);
        }
    }

    private static boolean isSmall(String length) {
        return length.chars().allMatch(Character::isDigit) && Long.parseLong(length) <= WORTH_READING;
    }
}

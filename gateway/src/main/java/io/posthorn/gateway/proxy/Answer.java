package io.posthorn.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.streams.ReadStream;
import io.vertx.httpproxy.ProxyResponse;
import java.util.Locale;

/** An upstream's answer on its way to the client. */
final class Answer {
    private final ProxyResponse answer;
    private final HttpServerRequest request;

    Answer(ProxyResponse answer, HttpServerRequest request) {
        this.answer = answer;
        this.request = request;
    }

    /** No switch to another protocol, and no coding that we would have to undo to know where the answer ends. */
    boolean isReadable() {
        return answer.getStatusCode() >= 200
                && answer.headers().getAll("Transfer-Encoding").stream().allMatch("chunked"::equalsIgnoreCase);
    }

    /** A stream of events has no end, and may be silent for long. */
    boolean isEndless() {
        var type = answer.headers().get("Content-Type");
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("text/event-stream");
    }

    /** Fails, with the answer left open, when it breaks off on either side. */
    Future<Void> pass(Runnable progress) {
        var response = request.response();
        response.setStatusCode(answer.getStatusCode()).setStatusMessage(answer.getStatusMessage());
        response.headers().addAll(answer.headers().remove("Transfer-Encoding"));
        ReadStream<Buffer> body = answer.getBody().stream();
        if (hasNoBody()) {
            body.resume();
            return response.end();
        }
        response.setChunked(!answer.headers().contains("Content-Length") && request.version() != HttpVersion.HTTP_1_0);
        return new MeteredStream(body, Long.MAX_VALUE, progress)
                .pipe()
                .endOnFailure(false)
                .to(response);
    }

    private boolean hasNoBody() {
        return request.method() == HttpMethod.HEAD || answer.getStatusCode() == 204 || answer.getStatusCode() == 304;
    }
}

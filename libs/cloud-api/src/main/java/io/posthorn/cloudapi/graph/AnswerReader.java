package io.posthorn.cloudapi.graph;

import io.posthorn.cloudapi.observing.Usage;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;

/** Takes in an answer whole, as long as it is of a size that answers have. */
final class AnswerReader {
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private AnswerReader() {}

    static Uni<GraphAnswer> read(HttpClientResponse response) {
        return Uni.createFrom().emitter(answer -> {
            var bytes = Buffer.buffer();
            response.exceptionHandler(answer::fail);
            response.endHandler(
                    end -> answer.complete(GraphAnswer.of(response.statusCode(), bytes.getBytes(), usage(response))));
            response.handler(piece -> {
                if (bytes.length() + piece.length() > MOST_BYTES) {
                    answer.fail(new IllegalStateException("The answer is too large"));
                    response.request().reset();
                } else {
                    bytes.appendBuffer(piece);
                }
            });
            response.resume();
        });
    }

    static Usage usage(HttpClientResponse response) {
        return Usage.of(response.getHeader(Usage.APP_HEADER), response.getHeader(Usage.ACCOUNT_HEADER));
    }
}

package io.posthorn.simulator.outbound;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Set;
import java.util.function.ToLongFunction;

/** Reads other people's files, without keeping more than their first bytes. Its futures never fail, as those of {@link Outbound}. */
@ApplicationScoped
public class Downloads {
    private static final int TIMEOUT_MILLIS = 30_000;
    private static final int MOST_REDIRECTS = 5;
    private static final int HEAD = 64;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final Vertx vertx;
    private final Outbound outbound;

    Downloads(Vertx vertx, Outbound outbound) {
        this.vertx = vertx;
        this.outbound = outbound;
    }

    /** @param longest how many bytes of a file of that type are wanted; reading stops after them */
    public Future<Download> read(String url, ToLongFunction<String> longest) {
        return read(url, longest, MOST_REDIRECTS).recover(failure -> Future.succeededFuture(Download.failed(failure)));
    }

    private Future<Download> read(String url, ToLongFunction<String> longest, int redirects) {
        return outbound.request(HttpMethod.GET, url, Tls.USUAL, MultiMap.caseInsensitiveMultiMap(), TIMEOUT_MILLIS)
                .compose(request -> answer(request, longest))
                .compose(answer -> answer.movedTo().isEmpty() || redirects == 0
                        ? Future.succeededFuture(answer.download())
                        : read(URI.create(url).resolve(answer.movedTo()).toString(), longest, redirects - 1));
    }

    private Future<Answer> answer(HttpClientRequest request, ToLongFunction<String> longest) {
        var deadline = vertx.setTimer(TIMEOUT_MILLIS, timer -> request.reset());
        return request.send()
                .compose(response -> answer(request, response, longest))
                .onComplete(done -> vertx.cancelTimer(deadline));
    }

    private static Future<Answer> answer(
            HttpClientRequest request, HttpClientResponse response, ToLongFunction<String> longest) {
        if (response.statusCode() != 200) {
            var location = REDIRECTS.contains(response.statusCode()) ? response.getHeader("Location") : null;
            var refused = new Answer(Download.refused(response), location == null ? "" : location);
            response.exceptionHandler(cutOff -> {});
            request.reset();
            return Future.succeededFuture(refused);
        }
        var intake = new Intake(request, longest.applyAsLong(Download.mimeType(response)));
        return intake.of(response).map(download -> new Answer(download, ""));
    }

    private record Answer(Download download, String movedTo) {}

    /** Counts the bytes of an answer and cuts it off when there are too many. */
    private static final class Intake {
        private final HttpClientRequest request;
        private final long longest;
        private final Promise<Download> result = Promise.promise();
        private final Buffer head = Buffer.buffer(HEAD);
        private long length;

        Intake(HttpClientRequest request, long longest) {
            this.request = request;
            this.longest = longest;
        }

        Future<Download> of(HttpClientResponse response) {
            var mimeType = Download.mimeType(response);
            response.exceptionHandler(result::tryFail);
            response.endHandler(end -> result.tryComplete(found(mimeType)));
            response.handler(bytes -> {
                head.appendBuffer(bytes, 0, Math.min(bytes.length(), HEAD - head.length()));
                length = Math.min(length + bytes.length(), longest + 1);
                if (length > longest && result.tryComplete(found(mimeType))) {
                    request.reset();
                }
            });
            return result.future();
        }

        private Download found(String mimeType) {
            return new Download(200, "", mimeType, head.getBytes(), length);
        }
    }
}

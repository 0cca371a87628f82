package io.posthorn.gateway.proxy;

import io.posthorn.gateway.problem.GatewayProblems;
import io.posthorn.gateway.problem.Refusal;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.Set;

/** What the first lines of a request must be like, whatever it wants. */
final class RequestHead {
    private static final int LONGEST_URI = 8 * 1024;
    private static final int LARGEST_HEADERS = 16 * 1024;
    private static final Set<HttpMethod> WITH_BODY = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

    private RequestHead() {}

    static void check(HttpServerRequest request) {
        if (request.version() == null) {
            throw Refusal.of(GatewayProblems.VERSION_NOT_SUPPORTED, "Use HTTP/1.1");
        }
        if (request.uri().length() > LONGEST_URI) {
            throw Refusal.of(
                    GatewayProblems.URI_TOO_LONG, "Path and query may have at most %d bytes".formatted(LONGEST_URI));
        }
        checkHost(request);
        checkHeaders(request);
        checkFraming(request);
    }

    private static void checkHost(HttpServerRequest request) {
        int hosts = request.headers().getAll("Host").size();
        if (hosts > 1 || (hosts == 0 && request.version() == HttpVersion.HTTP_1_1)) {
            throw Refusal.of(GatewayProblems.MALFORMED, "The request needs one Host header");
        }
    }

    private static void checkHeaders(HttpServerRequest request) {
        int size = 0;
        for (var header : request.headers()) {
            size += header.getKey().length() + header.getValue().length() + 4;
            if (header.getValue().chars().anyMatch(c -> (c < 0x20 && c != '\t') || c == 0x7f)) {
                throw Refusal.of(GatewayProblems.MALFORMED, "A header has a control character");
            }
        }
        if (size > LARGEST_HEADERS) {
            throw Refusal.of(
                    GatewayProblems.HEADERS_TOO_LARGE,
                    "All headers together may have at most %d bytes".formatted(LARGEST_HEADERS));
        }
    }

    /** Where a body ends must be said once and plainly; two readings are how a request hides in another one. */
    private static void checkFraming(HttpServerRequest request) {
        var codings = request.headers().getAll("Transfer-Encoding");
        var lengths = request.headers().getAll("Content-Length");
        if (codings.size() > 1 || codings.stream().anyMatch(coding -> !coding.equals("chunked"))) {
            throw Refusal.of(GatewayProblems.MALFORMED, "The only transfer coding understood here is chunked");
        }
        if (lengths.size() > 1 || lengths.stream().anyMatch(length -> !length.matches("[0-9]{1,18}"))) {
            throw Refusal.of(GatewayProblems.MALFORMED, "A request has one Content-Length");
        }
        if (request.version() == HttpVersion.HTTP_2) {
            sayThatABodyMayCome(request, lengths.isEmpty() && codings.isEmpty());
        }
    }

    /** HTTP/2 has no word for a body whose length is not known; behind the door one is needed. */
    private static void sayThatABodyMayCome(HttpServerRequest request, boolean nothingSaid) {
        if (nothingSaid && WITH_BODY.contains(request.method())) {
            request.headers().set("Transfer-Encoding", "chunked");
        }
    }
}

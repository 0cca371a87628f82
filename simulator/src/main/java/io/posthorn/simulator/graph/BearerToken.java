package io.posthorn.simulator.graph;

import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the access token: in the header, or in the query as Meta also allows. */
final class BearerToken {
    /** {@code OAuth} is how the documents of uploads write it. */
    private static final Pattern HEADER = Pattern.compile("(?:Bearer|OAuth)\\s+(\\S.*)", Pattern.CASE_INSENSITIVE);

    private BearerToken() {}

    static Optional<String> of(HttpServerRequest request) {
        var header = request.getHeader("Authorization");
        var match = HEADER.matcher(header == null ? "" : header);
        if (match.matches()) {
            return Optional.of(match.group(1).trim());
        }
        return Optional.ofNullable(request.getParam("access_token")).filter(token -> !token.isEmpty());
    }
}

package io.posthorn.kit.idempotency;

import io.posthorn.kit.problem.ProblemException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Context;
import java.util.Optional;
import java.util.regex.Pattern;

/** The key of this request, and whether its answer is a replay. */
@RequestScoped
public class IdempotencyHeaders {
    static final String REPLAYED = "Idempotency-Replayed";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final HttpServerRequest request;

    IdempotencyHeaders(@Context HttpServerRequest request) {
        this.request = request;
    }

    /** Empty when the client gave none; a malformed one, or two different ones, are refused. */
    Optional<String> key() {
        var standard = request.getHeader("Idempotency-Key");
        var alias = request.getHeader("X-Idempotency-Key");
        var key = standard == null ? alias : standard;
        if (key == null) {
            return Optional.empty();
        }
        if (!KEY.matcher(key).matches() || (alias != null && !alias.equals(key))) {
            throw new ProblemException(
                    IdempotencyProblems.KEY_INVALID,
                    "Give one key of 1 to 255 printable ASCII characters without spaces");
        }
        return Optional.of(key);
    }

    void replayed() {
        request.response().putHeader(REPLAYED, "true");
    }
}

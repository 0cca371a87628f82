package io.posthorn.gateway.upstream;

import io.posthorn.gateway.problem.GatewayProblems;
import io.posthorn.gateway.problem.Refusal;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.impl.NoStackTraceTimeoutException;
import java.time.Duration;
import java.util.Set;
import org.jboss.logging.Logger;

/** Tells a client what went wrong behind the door, without telling it about the house. */
public final class UpstreamFailure {
    private static final Logger LOG = Logger.getLogger(UpstreamFailure.class);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "PUT", "DELETE");

    private UpstreamFailure() {}

    /** Nothing was sent, so anything may be tried again. */
    public static Refusal beforeSending(Upstream upstream, Throwable failure) {
        LOG.warnf("%s cannot be reached: %s", upstream.name(), failure);
        return failure instanceof ConnectionPoolTooBusyException || failure instanceof NoStackTraceTimeoutException
                ? Refusal.retryable(GatewayProblems.UNAVAILABLE, "Too many requests are waiting for this part", SOON)
                : Refusal.retryable(GatewayProblems.UPSTREAM_UNAVAILABLE, "The request was not carried out", SOON);
    }

    public static Refusal afterSending(Upstream upstream, HttpServerRequest request, Throwable failure) {
        LOG.warnf("%s broke off or answered what is no HTTP: %s", upstream.name(), failure);
        return refusal(request, new Kind(GatewayProblems.UPSTREAM_UNAVAILABLE, "The answer was not usable"));
    }

    public static Refusal silent(Upstream upstream, HttpServerRequest request) {
        LOG.warnf("%s did not answer in time", upstream.name());
        return refusal(request, new Kind(GatewayProblems.UPSTREAM_TIMEOUT, "No answer came"));
    }

    private record Kind(io.posthorn.gateway.problem.ProblemType type, String what) {}

    /** The request may have had its effect: trying again is only safe when twice equals once. */
    private static Refusal refusal(HttpServerRequest request, Kind kind) {
        boolean repeatable = IDEMPOTENT.contains(request.method().name())
                || request.headers().contains("Idempotency-Key")
                || request.headers().contains("X-Idempotency-Key");
        return repeatable
                ? Refusal.retryable(kind.type(), kind.what() + "; the same request may be sent again", null)
                : Refusal.of(kind.type(), kind.what() + "; whether the request had an effect is not known");
    }
}

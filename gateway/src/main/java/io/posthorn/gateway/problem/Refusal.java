package io.posthorn.gateway.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request that ends here. It carries no stack trace: a client's mistake must stay cheap for us. */
public final class Refusal extends RuntimeException {
    private final transient ProblemType type;
    private final boolean retryable;
    private final transient Duration retryAfter;
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    private Refusal(ProblemType type, String detail, boolean retryable, Duration retryAfter) {
        super(detail, null, false, false);
        this.type = type;
        this.retryable = retryable;
        this.retryAfter = retryAfter;
    }

    public static Refusal of(ProblemType type, String detail) {
        return new Refusal(type, detail, false, null);
    }

    /** The same request may succeed later; {@code after} when we have an idea of the moment. */
    public static Refusal retryable(ProblemType type, String detail, Duration after) {
        return new Refusal(type, detail, true, after);
    }

    public static Refusal unauthenticated(String detail) {
        return of(GatewayProblems.UNAUTHENTICATED, detail).with("WWW-Authenticate", "Bearer");
    }

    public Refusal with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public ProblemType type() {
        return type;
    }

    boolean retryable() {
        return retryable;
    }

    Duration retryAfter() {
        return retryAfter;
    }

    Map<String, String> headers() {
        return headers;
    }
}

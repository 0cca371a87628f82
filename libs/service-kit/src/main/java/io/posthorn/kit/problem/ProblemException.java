package io.posthorn.kit.problem;

import java.time.Duration;
import java.util.List;

/** The only exception with which a service refuses. Its detail reaches the client, so it never holds a secret or a cause's text. */
public class ProblemException extends RuntimeException {
    private final transient ProblemType type;
    private final transient List<Violation> violations;
    private final Duration retryAfter;
    private final transient ProviderDetails provider;

    public ProblemException(ProblemType type, String detail) {
        this(type, detail, List.of(), null, null, null);
    }

    public ProblemException(ProblemType type, String detail, List<Violation> violations) {
        this(type, detail, violations, null, null, null);
    }

    public ProblemException(ProblemType type, String detail, Throwable cause) {
        this(type, detail, List.of(), null, null, cause);
    }

    private ProblemException(
            ProblemType type,
            String detail,
            List<Violation> violations,
            Duration retryAfter,
            ProviderDetails provider,
            Throwable cause) {
        super(detail, cause);
        this.type = type;
        this.violations = List.copyOf(violations);
        this.retryAfter = retryAfter;
        this.provider = provider;
    }

    /** The same call may succeed after this time. */
    public ProblemException retryAfter(Duration wait) {
        return new ProblemException(type, getMessage(), violations, wait, provider, getCause());
    }

    /** An outside provider refused, with these words. */
    public ProblemException provider(ProviderDetails details) {
        return new ProblemException(type, getMessage(), violations, retryAfter, details, getCause());
    }

    public ProblemType type() {
        return type;
    }

    public List<Violation> violations() {
        return violations;
    }

    /** Null when repeating the call unchanged is pointless or its time is unknown. */
    public Duration retryAfter() {
        return retryAfter;
    }

    /** Null unless an outside provider refused. */
    public ProviderDetails provider() {
        return provider;
    }
}

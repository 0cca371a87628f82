package io.posthorn.kit.problem;

import io.posthorn.kit.http.RequestTrace;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes problem documents: the only place that knows where their types live. */
@ApplicationScoped
public class Problems {
    private final String publicUrl;
    private final RequestTrace trace;

    Problems(@ConfigProperty(name = "posthorn.public-url") String publicUrl, RequestTrace trace) {
        this.publicUrl = publicUrl;
        this.trace = trace;
    }

    public Problem of(ProblemException refusal, String instance) {
        var type = refusal.type();
        var retryAfter = refusal.retryAfter() == null
                ? null
                : Math.max(1, refusal.retryAfter().toSeconds());
        return new Problem(
                publicUrl + "/problems/" + type.code().code(),
                type.title(),
                type.status(),
                type.code().code(),
                refusal.getMessage(),
                instance,
                trace.id(),
                retryAfter != null || type.status() == 503 || type.status() == 429,
                retryAfter,
                refusal.violations(),
                refusal.provider());
    }
}

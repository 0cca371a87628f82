package io.posthorn.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** The problem document on the wire. {@code retryAfter} is in seconds. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        String instance,
        String traceId,
        boolean retryable,
        Long retryAfter,
        List<Violation> errors,
        ProviderDetails provider) {
    public static final String MEDIA_TYPE = "application/problem+json";
}

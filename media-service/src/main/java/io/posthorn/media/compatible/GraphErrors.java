package io.posthorn.media.compatible;

import io.posthorn.cloudapi.error.WrittenError;
import io.posthorn.kit.problem.Problem;
import java.util.Locale;
import java.util.Map;

/** Our problems as Meta's errors, with the codes that its clients act on. */
final class GraphErrors {
    private static final int SERVICE = 2;
    private static final int INVALID_PARAMETER = 100;
    private static final int MEDIA_UPLOAD = 131053;

    private static final Map<String, Integer> BY_CODE = Map.of(
            "unauthenticated",
            190,
            "forbidden",
            10,
            "media_too_large",
            MEDIA_UPLOAD,
            "media_type_mismatch",
            MEDIA_UPLOAD,
            "media_incomplete",
            MEDIA_UPLOAD,
            "idempotency_key_in_use",
            SERVICE,
            "unavailable",
            131016,
            "internal_error",
            131000);

    private GraphErrors() {}

    /** {@code id} is what the request named: a number or a file. */
    static WrittenError of(Problem problem, String method, String id) {
        if (problem.status() == 404) {
            return WrittenError.unknownObject(method.toLowerCase(Locale.ROOT), id, problem.traceId());
        }
        if (problem.code().equals("media_empty")) {
            return WrittenError.missing("file", problem.detail(), problem.traceId());
        }
        if (isWithoutProduct(problem)) {
            return WrittenError.missing("messaging_product", problem.detail(), problem.traceId());
        }
        var error = WrittenError.of(
                BY_CODE.getOrDefault(problem.code(), INVALID_PARAMETER),
                problem.title(),
                problem.detail(),
                problem.retryable(),
                problem.traceId());
        return problem.status() == 409 || problem.status() == 416 ? error.withStatus(problem.status()) : error;
    }

    private static boolean isWithoutProduct(Problem problem) {
        return problem.errors() != null
                && problem.errors().stream().anyMatch(one -> one.code().equals(GraphProblems.PRODUCT_REQUIRED));
    }
}

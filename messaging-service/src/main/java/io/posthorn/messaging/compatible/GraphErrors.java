package io.posthorn.messaging.compatible;

import io.posthorn.cloudapi.error.WrittenError;
import io.posthorn.kit.problem.Problem;
import io.posthorn.kit.problem.Violation;
import java.util.Map;
import java.util.stream.Collectors;

/** Our problems as Meta's errors, with the codes that its clients act on. */
final class GraphErrors {
    private static final int SERVICE = 2;
    private static final int INVALID_PARAMETER = 100;
    private static final int REQUIRED = 131008;
    private static final int INVALID_VALUE = 131009;
    private static final int UNSUPPORTED_TYPE = 131051;

    /** By our problem code; those that are missing depend on what exactly is wrong. */
    private static final Map<String, Integer> BY_CODE = Map.ofEntries(
            Map.entry("unauthenticated", 190),
            Map.entry("forbidden", 10),
            Map.entry("channel_unavailable", 133010),
            Map.entry("window_closed", 131047),
            Map.entry("contact_opted_out", 131050),
            Map.entry("idempotency_key_in_use", SERVICE),
            Map.entry("unavailable", 131016),
            Map.entry("internal_error", 131000));

    private static final Map<String, Integer> BY_VIOLATION = Map.ofEntries(
            Map.entry("type_unknown", UNSUPPORTED_TYPE),
            Map.entry("interactive_unknown", UNSUPPORTED_TYPE),
            Map.entry("not_supported", INVALID_PARAMETER),
            Map.entry("messaging_product_required", INVALID_PARAMETER),
            Map.entry("user_id_not_supported", 131062),
            Map.entry("template_unknown", 132001),
            Map.entry("template_paused", 132015),
            Map.entry("template_disabled", 132016),
            Map.entry("parameter_count", 132000),
            Map.entry("header_missing", 132000),
            Map.entry("body_missing", 132000),
            Map.entry("button_missing", 132000),
            Map.entry("header_too_long", 132005));

    private GraphErrors() {}

    static WrittenError of(Problem problem) {
        if (first(problem, "messaging_product_required")) {
            return WrittenError.missing("messaging_product", details(problem), problem.traceId());
        }
        var error = WrittenError.of(
                code(problem), problem.title(), details(problem), problem.retryable(), problem.traceId());
        return problem.status() == 409 && error.body().error().code() == SERVICE ? error.withStatus(409) : error;
    }

    private static int code(Problem problem) {
        if (problem.provider() != null) {
            return Integer.parseInt(problem.provider().code());
        }
        if (BY_CODE.containsKey(problem.code())) {
            return BY_CODE.get(problem.code());
        }
        return switch (problem.code()) {
            case "invalid_request", "recipient_invalid" -> violation(problem, INVALID_VALUE);
            case "template_not_approved" -> violation(problem, 132001);
            case "template_parameters_invalid" -> violation(problem, 132012);
            default -> INVALID_PARAMETER;
        };
    }

    private static int violation(Problem problem, int otherwise) {
        if (problem.errors() == null || problem.errors().isEmpty()) {
            return otherwise;
        }
        var code = problem.errors().getFirst().code();
        return BY_VIOLATION.getOrDefault(
                code, code.endsWith("_required") && otherwise == INVALID_VALUE ? REQUIRED : otherwise);
    }

    private static boolean first(Problem problem, String violation) {
        return problem.errors() != null
                && !problem.errors().isEmpty()
                && problem.errors().getFirst().code().equals(violation);
    }

    private static String details(Problem problem) {
        return problem.errors() == null || problem.errors().isEmpty()
                ? problem.detail()
                : problem.errors().stream().map(GraphErrors::detail).collect(Collectors.joining("; "));
    }

    private static String detail(Violation violation) {
        return violation.pointer().isEmpty()
                ? violation.message()
                : "%s: %s".formatted(violation.pointer().substring(1).replace('/', '.'), violation.message());
    }
}

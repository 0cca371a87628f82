package io.posthorn.messaging.compatible;

import io.posthorn.cloudapi.error.ErrorTable;
import io.posthorn.cloudapi.error.KnownError;
import io.posthorn.kit.problem.Problem;
import io.posthorn.kit.problem.Violation;
import java.util.Map;
import java.util.stream.Collectors;

/** Our problems as Meta's errors, with the codes that its clients act on. */
final class GraphErrors {
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
            Map.entry("idempotency_key_in_use", 2),
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

    static GraphError of(Problem problem) {
        var code = code(problem);
        var title = ErrorTable.find(code).map(KnownError::title).orElse(problem.title());
        var message = first(problem, "messaging_product_required")
                ? "(#100) The parameter messaging_product is required."
                : "(#%d) %s".formatted(code, title);
        return new GraphError(
                status(code, problem.status()),
                new GraphError.Body(new GraphError.Details(
                        message,
                        "OAuthException",
                        code,
                        null,
                        new GraphError.Data("whatsapp", details(problem)),
                        problem.retryable() ? true : null,
                        problem.traceId())));
    }

    /** What Meta says of objects that do not exist, and of those of others. */
    static GraphError unknownObject(String id, Problem problem) {
        var message = ("Unsupported post request. Object with ID '%s' does not exist, cannot be loaded due to missing"
                        + " permissions, or does not support this operation.")
                .formatted(id);
        return new GraphError(
                400,
                new GraphError.Body(new GraphError.Details(
                        message, "GraphMethodException", INVALID_PARAMETER, 33, null, null, problem.traceId())));
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

    /** Meta's statuses where they differ from 400. */
    private static int status(int code, int ours) {
        return switch (code) {
            case 190 -> 401;
            case 10 -> 403;
            case 132001 -> 404;
            case 131000 -> 500;
            case 131016 -> 503;
            case 2 -> ours == 409 ? 409 : 503;
            default -> 400;
        };
    }
}

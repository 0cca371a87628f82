package io.posthorn.simulator.message;

import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.graph.GraphFailure;
import java.util.regex.Pattern;

/** Errors that had another code before Graph v23.0. */
final class OlderVersions {
    private static final Pattern VERSION = Pattern.compile("/v(\\d{1,3})\\.\\d+/.*");
    private static final int FIRST_WITH_VALIDATION = 23;
    private static final int TEMPLATE_VALIDATION = 132018;
    private static final int PARAMETER_FORMAT = 132012;

    private OlderVersions() {}

    static GraphFailure as(GraphCall call, GraphFailure failure) {
        var version = VERSION.matcher(call.path());
        var isOld = version.matches() && Integer.parseInt(version.group(1)) < FIRST_WITH_VALIDATION;
        return isOld && failure.error().code() == TEMPLATE_VALIDATION
                ? GraphError.of(PARAMETER_FORMAT)
                        .withDetails(failure.error().details())
                        .failure()
                : failure;
    }
}

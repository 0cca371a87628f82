package io.posthorn.simulator.template;

import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.graph.GraphFailure;

/** Why a template cannot be filled in with what a send brings along. */
final class HydrationRefusal {
    private HydrationRefusal() {}

    static GraphFailure count(String component, int given, int expected) {
        return of(
                132000,
                "%s: number of localizable_params (%d) does not match the expected number of params (%d)"
                        .formatted(component, given, expected));
    }

    static GraphFailure name(String component, String name) {
        return of(132000, "%s: Parameter name is missing or empty: %s".formatted(component, name));
    }

    static GraphFailure format(String component, String expected, String given) {
        return of(
                132012,
                "%s: Format mismatch, expected %s, received %s"
                        .formatted(component, expected, given.isEmpty() ? "UNKNOWN" : given));
    }

    static GraphFailure characters() {
        return of(132018, "Param text cannot have new-line/tab characters or more than 4 consecutive spaces");
    }

    static GraphFailure tooLong(String component, int most) {
        return of(132005, "%s: Translated text too long, %d characters at most".formatted(component, most));
    }

    static GraphFailure missing(String what) {
        return of(131008, what);
    }

    static GraphFailure unknownComponent(String type) {
        return GraphError.of(
                        100,
                        "Param template['components'][n]['type'] must be one of {HEADER, BODY, BUTTON} - got \"%s\"."
                                .formatted(type))
                .failure();
    }

    private static GraphFailure of(int code, String details) {
        return GraphError.of(code).withDetails(details).failure();
    }
}

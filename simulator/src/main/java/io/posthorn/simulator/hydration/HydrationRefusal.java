package io.posthorn.simulator.hydration;

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

    static GraphFailure buttonNeedsParameter(int index, String type) {
        return missing("buttons: Button at index %d of type %s requires a parameter".formatted(index, type));
    }

    static GraphFailure value(String what) {
        return of(131009, what);
    }

    static GraphFailure characterPolicy(String what) {
        return of(132007, what);
    }

    static GraphFailure twice(String component) {
        return GraphError.of(100, "Param template['components'] has more than one %s.".formatted(component))
                .failure();
    }

    static GraphFailure unexpectedKey(String object, String key) {
        return GraphError.of(100, "Unexpected key \"%s\" on param \"%s\".".formatted(key, object))
                .failure();
    }

    static GraphFailure unknownComponent(String type) {
        return GraphError.of(
                        100,
                        "Param template['components'][n]['type'] must be one of {HEADER, BODY, BUTTON, LIMITED_TIME_OFFER, CAROUSEL, TAP_TARGET_CONFIGURATION} - got \"%s\"."
                                .formatted(type))
                .failure();
    }

    private static GraphFailure of(int code, String details) {
        return GraphError.of(code).withDetails(details).failure();
    }
}

package io.posthorn.simulator.number;

import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphError;

/** Reads the PIN of a call: six digits. */
final class Pin {
    private Pin() {}

    static String of(GraphCall call) {
        return checked(call.required("pin"));
    }

    static String checked(String pin) {
        if (!pin.matches("[0-9]{6}")) {
            throw GraphError.of(100, "Param pin must be 6 digits long.").failure();
        }
        return pin;
    }
}

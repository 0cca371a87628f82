package io.posthorn.simulator.world;

/** Bounds of settings. */
final class Check {
    private Check() {}

    static void between(String name, long value, long lowest, long highest) {
        if (value < lowest || value > highest) {
            throw new IllegalArgumentException("%s is from %d to %d".formatted(name, lowest, highest));
        }
    }

    static void rate(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " is from 0 to 1");
        }
    }
}

package io.posthorn.benchmarks.gateway;

import java.util.List;

/** The mean of some measurements, and how far it may be off with a confidence of 95 %. */
record Interval(double mean, double halfWidth) {
    /** Student's t for one degree of freedom and more. */
    private static final double[] T = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
        2.110, 2.101, 2.093, 2.086
    };

    private static final double FOR_MANY = 1.96;

    static Interval of(List<Double> values) {
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        int degrees = values.size() - 1;
        if (degrees == 0) {
            return new Interval(mean, Double.NaN);
        }
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        double t = degrees <= T.length ? T[degrees - 1] : FOR_MANY;
        return new Interval(mean, t * Math.sqrt(squares / degrees / values.size()));
    }

    @Override
    public String toString() {
        return "%.2f ± %.2f".formatted(mean, halfWidth);
    }
}

package io.posthorn.benchmarks.gateway;

import io.posthorn.benchmarks.measure.CpuTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Two sides measured in turns, A B B A: whatever the machine does meanwhile, it does to both. */
final class Pair {
    /** One side: a process under one load. */
    record Side(Candidate candidate, ClosedLoop load) {}

    private final List<Double> firstCosts = new ArrayList<>();
    private final List<Double> secondCosts = new ArrayList<>();
    private final List<Double> costRatios = new ArrayList<>();
    private final List<Double> rateRatios = new ArrayList<>();

    private record Turn(double microsEach, double perSecond) {}

    static Pair measure(Side first, Side second, int rounds, long requests) {
        var pair = new Pair();
        for (int round = 0; round < rounds; round++) {
            var a = turn(first, requests);
            var b = turn(second, requests);
            var c = turn(second, requests);
            var d = turn(first, requests);
            pair.add(a, b, c, d);
        }
        return pair;
    }

    /** Microseconds of processor time for each request. */
    Interval firstCost() {
        return Interval.of(firstCosts);
    }

    Interval secondCost() {
        return Interval.of(secondCosts);
    }

    /** What the first costs, in units of the second. */
    Interval costRatio() {
        return Interval.of(costRatios);
    }

    /** How many requests the first answers in a second, in units of the second. */
    Interval rateRatio() {
        return Interval.of(rateRatios);
    }

    private void add(Turn a, Turn b, Turn c, Turn d) {
        double first = (a.microsEach() + d.microsEach()) / 2;
        double second = (b.microsEach() + c.microsEach()) / 2;
        firstCosts.add(first);
        secondCosts.add(second);
        costRatios.add(first / second);
        rateRatios.add((a.perSecond() + d.perSecond()) / (b.perSecond() + c.perSecond()));
    }

    private static Turn turn(Side side, long requests) {
        var name = side.candidate().name();
        var cpu = CpuTime.of(Map.of(name, side.candidate().process().handle()));
        double perSecond = side.load().run(requests);
        return new Turn(cpu.used().get(name) * 1e6 / requests, perSecond);
    }
}

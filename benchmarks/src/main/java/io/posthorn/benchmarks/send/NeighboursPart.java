package io.posthorn.benchmarks.send;

import io.posthorn.benchmarks.measure.Figures;
import io.posthorn.benchmarks.measure.Latencies;
import io.posthorn.benchmarks.measure.Machine;
import io.posthorn.benchmarks.measure.StatementBooks;
import java.time.Duration;

/**
 * One workspace writes now and then; how long its messages need from the request to Meta, while nobody else sends and while a
 * neighbour has a long queue. In turns, so that whatever else the machine does falls on both.
 */
final class NeighboursPart {
    private static final int QUEUED = 100_000;
    private static final int PER_SECOND = 80;
    private static final int WARM_UP_PER_SECOND = 150;
    private static final Duration WARM_UP = Duration.ofSeconds(33);
    private static final int TURNS = 2;
    private static final Duration TURN = Duration.ofSeconds(25);
    private static final Duration SETTLE = Duration.ofSeconds(5);
    private static final int TALKS_PER_SECOND = 20;
    private static final double MOST_SLOWER = 1.2;

    private final Ground ground;

    NeighboursPart(Ground ground) {
        this.ground = ground;
    }

    Figures run() throws Exception {
        ground.warmUp();
        new SteadyTalk(ground, ground.atBareMeta("HIGH", WARM_UP_PER_SECOND), WARM_UP_PER_SECOND)
                .on(WARM_UP, new Latencies());
        var crowd = ground.atBareMeta("STANDARD", PER_SECOND);
        ground.report().progress("neighbours: %d people for the long queue", QUEUED);
        crowd.meet(QUEUED);
        var quiet = ground.atBareMeta("STANDARD", PER_SECOND);
        var talk = new SteadyTalk(ground, quiet, TALKS_PER_SECOND);
        ground.report().progress("neighbours: warming up");
        talk.on(TURN, new Latencies());
        var alone = new Latencies();
        var beside = new Latencies();
        var machine = new Machine();
        var books = new StatementBooks(ground.stack());
        for (int turn = 0; turn < TURNS; turn++) {
            ground.report().progress("neighbours: alone");
            talk.on(TURN, alone);
            ground.report().progress("neighbours: beside %d queued messages", QUEUED);
            crowd.queue(0, QUEUED);
            Thread.sleep(SETTLE);
            talk.on(TURN, beside);
            crowd.forgetQueue();
            Thread.sleep(SETTLE);
        }
        var crowded = ground.meta().open(crowd.phoneNumberId(), "STANDARD");
        books.print(ground.report());
        return new Figures(
                        "neighbours: %d messages a second beside a workspace with %d queued; from the request to Meta"
                                .formatted(TALKS_PER_SECOND, QUEUED))
                .add("p50MillisAlone", alone.millis(50))
                .add("p50MillisBeside", beside.millis(50))
                .add("p95MillisAlone", alone.millis(95))
                .add("p95MillisBeside", beside.millis(95))
                .atMost("p95Ratio", beside.millis(95) / alone.millis(95), MOST_SLOWER)
                .add("messagesOfTheNeighbour", crowded.count())
                .atMost("lost", talk.lost(), 0)
                .atMost("duplicated", talk.duplicated(), 0)
                .add("machineBusyPercent", machine.busyPercent());
    }
}

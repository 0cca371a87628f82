package io.posthorn.messaging.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Seeded schedules of the core that the dispatcher runs. One that fails prints its seed; {@code -Dposthorn.schedules.seed}
 * runs it again, alone. {@code ./posthorn schedules} runs a million.
 */
class SimulatedSchedulesTest {
    private static final long COUNT = Long.getLong("posthorn.schedules.count", 20_000);
    private static final Long SEED = Long.getLong("posthorn.schedules.seed");
    private static final long FROM = Long.getLong("posthorn.schedules.from", 1);

    private record Sum(long schedules, long departures, double allowance, double used) {
        Sum plus(SimulatedSchedule.Verdict verdict) {
            return new Sum(
                    schedules + 1,
                    departures + verdict.departures(),
                    allowance + verdict.allowance(),
                    used + verdict.used());
        }
    }

    @Test
    void keepsEveryLimitAndUsesTheAllowance() {
        var seeds = SEED == null ? LongStream.range(FROM, FROM + COUNT) : LongStream.of(SEED);
        var failed = new AtomicReference<SimulatedSchedule.Verdict>();
        var sum = new Sum(0, 0, 0, 0);
        for (var iterator = seeds.iterator(); iterator.hasNext() && failed.get() == null; ) {
            var verdict = judged(iterator.nextLong());
            sum = sum.plus(verdict);
            failed.compareAndSet(null, verdict.violation() == null ? null : verdict);
        }

        assertThat(failed.get())
                .as("run it again with -Dposthorn.schedules.seed=<seed>")
                .isNull();
        System.out.printf(
                "%,d schedules, %,d departures, no violation, %.2f %% of the allowance used%n",
                sum.schedules(), sum.departures(), 100 * sum.used() / Math.max(1, sum.allowance()));
        assertThat(SEED != null || sum.used() >= 0.98 * sum.allowance())
                .as("used %s of %s", sum.used(), sum.allowance())
                .isTrue();
    }

    private static SimulatedSchedule.Verdict judged(long seed) {
        try {
            return new SimulatedSchedule(seed).run();
        } catch (RuntimeException failure) {
            throw new AssertionError("Seed " + seed + " broke off", failure);
        }
    }
}

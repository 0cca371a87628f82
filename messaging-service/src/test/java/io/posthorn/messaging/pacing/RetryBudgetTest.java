package io.posthorn.messaging.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {
    private static final long NOW = 1_000_000;

    @Test
    void repetitionsBeyondTheSavedOnesLeaveOneASecond() {
        var budget = new RetryBudget(NOW);

        var waits = LongStream.range(0, 60).map(time -> budget.take(NOW)).toArray();

        assertThat(waits).startsWith(new long[50]).endsWith(8_000L, 9_000L, 10_000L);
    }

    @Test
    void acceptedCallsEarnRepetitions() {
        var budget = new RetryBudget(NOW);
        LongStream.range(0, 50).forEach(time -> budget.take(NOW));
        LongStream.range(0, 5).forEach(time -> budget.accepted());

        var wait = budget.take(NOW);

        assertThat(wait).isZero();
        assertThat(budget.take(NOW)).isPositive();
    }
}

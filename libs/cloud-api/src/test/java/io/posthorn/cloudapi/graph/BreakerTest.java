package io.posthorn.cloudapi.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.cloudapi.graph.Breaker.State;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BreakerTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Breaker breaker = new Breaker(new BreakerPolicy(3, Duration.ofSeconds(5)), nanos::get);

    @Test
    void opensAfterFailuresInARow() {
        fail(3);

        assertThat(breaker.state()).isEqualTo(State.OPEN);
        assertThat(breaker.pass()).isFalse();
    }

    @Test
    void staysClosedWhileCallsSucceedInBetween() {
        fail(2);
        breaker.succeeded();
        fail(2);

        assertThat(breaker.state()).isEqualTo(State.CLOSED);
        assertThat(breaker.pass()).isTrue();
    }

    @Test
    void letsOneCallFindOutWhetherMetaIsBack() {
        fail(3);

        nanos.addAndGet(Duration.ofSeconds(5).toNanos());

        assertThat(breaker.pass()).isTrue();
        assertThat(breaker.state()).isEqualTo(State.PROBING);
        assertThat(breaker.pass()).isFalse();
    }

    @Test
    void closesWhenTheProbeSucceeds() {
        fail(3);
        nanos.addAndGet(Duration.ofSeconds(5).toNanos());
        breaker.pass();

        breaker.succeeded();

        assertThat(breaker.state()).isEqualTo(State.CLOSED);
    }

    @Test
    void staysOpenWhenTheProbeFails() {
        fail(3);
        nanos.addAndGet(Duration.ofSeconds(5).toNanos());
        breaker.pass();

        breaker.failed();

        assertThat(breaker.pass()).isFalse();
        nanos.addAndGet(Duration.ofSeconds(5).toNanos());
        assertThat(breaker.pass()).isTrue();
    }

    @Test
    void probesAgainAfterAProbeThatWasGivenUp() {
        fail(3);
        nanos.addAndGet(Duration.ofSeconds(5).toNanos());
        breaker.pass();

        breaker.abandoned();

        assertThat(breaker.pass()).isTrue();
    }

    @Test
    void keepsNoMoreBreakersThanItMust() {
        var breakers = new Breakers(new BreakerPolicy(1, Duration.ofSeconds(5)), nanos::get);
        breakers.of("open").failed();

        for (var number = 0; number < 30_000; number++) {
            breakers.of("number " + number);
        }

        assertThat(breakers.state("open")).isEqualTo(State.OPEN);
        assertThat(breakers.open()).isEqualTo(1);
        assertThat(breakers.size()).isLessThanOrEqualTo(10_001);
    }

    private void fail(int times) {
        for (var time = 0; time < times; time++) {
            breaker.pass();
            breaker.failed();
        }
    }
}

package io.posthorn.benchmarks.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class IntervalTest {
    @Test
    void isStudentsForFewMeasurements() {
        var interval = Interval.of(List.of(1.0, 2.0, 3.0, 4.0, 5.0));

        assertThat(interval.mean()).isEqualTo(3.0);
        assertThat(interval.halfWidth()).isCloseTo(1.963, within(0.001));
    }

    @Test
    void hasNoWidthWhereAllAgree() {
        assertThat(Interval.of(List.of(2.0, 2.0, 2.0))).isEqualTo(new Interval(2.0, 0.0));
    }
}

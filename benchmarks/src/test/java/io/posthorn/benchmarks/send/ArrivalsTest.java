package io.posthorn.benchmarks.send;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private static final long MILLISECOND = 1_000_000;

    private final Arrivals arrivals = new Arrivals();

    @Test
    void knowsHowManyCameInASecond() {
        for (int message = 0; message < 10_000; message++) {
            arrivals.add(message, MILLISECOND * message);
        }

        assertThat(arrivals.perSecond(2_000, 9_000)).isEqualTo(1_000);
        assertThat(arrivals.slowestSecond(2_000, 9_000)).isEqualTo(1_000);
    }

    @Test
    void seesASecondInWhichNothingCame() {
        for (int message = 0; message < 4_000; message++) {
            arrivals.add(message, MILLISECOND * (message < 2_000 ? message : message + 2_500));
        }

        assertThat(arrivals.slowestSecond(0, 3_999)).isZero();
    }

    @Test
    void tellsWhatCameTwice() {
        arrivals.add(0, 10);
        arrivals.add(1, 20);
        arrivals.add(0, 30);

        assertThat(arrivals.count()).isEqualTo(3);
        assertThat(arrivals.different()).isEqualTo(2);
        assertThat(arrivals.duplicated()).isEqualTo(1);
        assertThat(arrivals.at(0)).isEqualTo(10);
        assertThat(arrivals.at(2)).isZero();
    }
}

package io.posthorn.auth.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private final Waits waits = new Waits(new Settings());

    @ParameterizedTest
    @CsvSource({"0,PT0S", "4,PT0S", "5,PT30S", "6,PT1M", "7,PT2M", "10,PT15M", "2000000000,PT15M"})
    void grow(int failures, Duration expected) {
        assertThat(waits.left(failed(failures), Counted.NOTHING, Counted.NOTHING, NOON))
                .isEqualTo(expected);
    }

    @Test
    void pass() {
        var account = failed(6);

        assertThat(waits.left(account, Counted.NOTHING, Counted.NOTHING, NOON.plusSeconds(59)))
                .isEqualTo(Duration.ofSeconds(1));
        assertThat(waits.left(account, Counted.NOTHING, Counted.NOTHING, NOON.plusSeconds(60)))
                .isZero();
    }

    @Test
    void areForgottenAfterADay() {
        var patient = new Counted(1000, NOON.minus(Duration.ofDays(1)), null);

        assertThat(waits.left(patient, Counted.NOTHING, Counted.NOTHING, NOON)).isZero();
    }

    @Test
    void strangersCannotCloseAKnownNetworkToTheOwner() {
        var known = new Counted(0, NOON, NOON.plusSeconds(1));
        var notAnyMore = new Counted(0, NOON, NOON);

        assertThat(waits.left(failed(1000), Counted.NOTHING, known, NOON)).isZero();
        assertThat(waits.left(failed(1000), Counted.NOTHING, notAnyMore, NOON)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void areShortWhereTheAccountIsKnown() {
        var known = new Counted(1000, NOON, NOON.plusSeconds(1));

        assertThat(waits.left(Counted.NOTHING, Counted.NOTHING, known, NOON)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void holdForANetworkWhateverTheAccount() {
        assertThat(waits.left(Counted.NOTHING, failed(49), Counted.NOTHING, NOON))
                .isZero();
        assertThat(waits.left(Counted.NOTHING, failed(50), Counted.NOTHING, NOON))
                .isEqualTo(Duration.ofSeconds(30));
    }

    private static Counted failed(int times) {
        return new Counted(times, NOON, null);
    }

    /** As they are by default. */
    private record Settings() implements GuardConfig {
        @Override
        public int freeForAccount() {
            return 5;
        }

        @Override
        public int freeForNetwork() {
            return 50;
        }

        @Override
        public Duration firstWait() {
            return Duration.ofSeconds(30);
        }

        @Override
        public Duration longestWait() {
            return Duration.ofMinutes(15);
        }

        @Override
        public Duration longestWaitWhereKnown() {
            return Duration.ofMinutes(1);
        }

        @Override
        public Duration forgetAfter() {
            return Duration.ofDays(1);
        }

        @Override
        public Duration knownFor() {
            return Duration.ofDays(90);
        }
    }
}

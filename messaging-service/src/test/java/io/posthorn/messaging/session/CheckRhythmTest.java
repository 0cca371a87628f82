package io.posthorn.messaging.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CheckRhythmTest {
    private final CheckRhythm rhythm = new CheckRhythm(new UsualConfig(Duration.ofMinutes(15)), new Random(7));

    @Test
    void triesThreeTimesFiveSecondsApartAndThenMoreRarely() {
        assertThat(rhythm.afterFailure(1)).isEqualTo(Duration.ofSeconds(5));
        assertThat(rhythm.afterFailure(2)).isEqualTo(Duration.ofSeconds(5));
        assertThat(rhythm.afterFailure(3)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
        assertThat(rhythm.afterFailure(4)).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(20));
        assertThat(rhythm.afterFailure(9)).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(10));
        assertThat(rhythm.afterFailure(1_000_000)).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(10));
    }

    @Test
    void numbersThatWereConnectedTogetherDoNotStayTogether() {
        var pauses = IntStream.range(0, 100)
                .mapToObj(channel -> rhythm.afterSuccess())
                .toList();

        assertThat(pauses)
                .allSatisfy(pause -> assertThat(pause).isBetween(Duration.ofMinutes(54), Duration.ofMinutes(66)));
        assertThat(pauses).doesNotHaveDuplicates();
    }
}

package io.posthorn.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RelayRestTest {
    private static final Duration LONGEST = Duration.ofMillis(250);

    private final RelayRest rest = new RelayRest(LONGEST);

    @Test
    void doesNotRestWhileThereIsMore() {
        assertThat(rest.after(1000, true, false)).isZero();
    }

    @Test
    void looksAgainSoonWhileEventsCome() {
        idleFor(20);

        assertThat(rest.after(50, false, false)).isEqualTo(Duration.ofMillis(10));
        assertThat(rest.after(3, false, false)).isEqualTo(Duration.ofMillis(20));
    }

    @Test
    void looksLessAndLessOftenWhenNothingComes() {
        rest.after(50, false, false);

        assertThat(rest.after(0, false, false)).isEqualTo(Duration.ofMillis(20));
        assertThat(rest.after(0, false, false)).isEqualTo(Duration.ofMillis(40));
        assertThat(idleFor(20)).isEqualTo(LONGEST);
    }

    @Test
    void aHintThatCameBeforeItsCommitIsFollowedByMoreThanOneLook() {
        idleFor(20);

        rest.hinted();

        assertThat(rest.after(0, false, false)).isEqualTo(Duration.ofMillis(20));
    }

    @Test
    void hurriesAtAGapUnlessItStays() {
        assertThat(rest.after(50, false, true)).isEqualTo(Duration.ofMillis(5));
        assertThat(rest.after(0, false, true)).isEqualTo(Duration.ofMillis(5));
        idleFor(20);
        assertThat(rest.after(0, false, true)).isGreaterThan(Duration.ofMillis(50));
    }

    private Duration idleFor(int looks) {
        var last = Duration.ZERO;
        for (int look = 0; look < looks; look++) {
            last = rest.after(0, false, false);
        }
        return last;
    }
}

package io.posthorn.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiceTest {
    private final Dice dice = new Dice(42);

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.5, 0.9})
    void meetsTheRate(double rate) {
        var hits = IntStream.range(0, 100_000)
                .filter(question -> dice.chance(rate, "drop", "wamid." + question))
                .count();

        assertThat(hits / 100_000.0).isBetween(rate - 0.01, rate + 0.01);
    }

    @Test
    void answersBySeedPurposeAndSubjectAlone() {
        var answer = dice.below(1_000_000, "detour", "wamid.1");

        assertThat(new Dice(42).below(1_000_000, "detour", "wamid.1")).isEqualTo(answer);
        assertThat(new Dice(43).below(1_000_000, "detour", "wamid.1")).isNotEqualTo(answer);
        assertThat(dice.below(1_000_000, "drop", "wamid.1")).isNotEqualTo(answer);
    }

    @Test
    void knowsNeverAndAlways() {
        assertThat(dice.chance(0, "drop", "x")).isFalse();
        assertThat(dice.chance(1, "drop", "x")).isTrue();
    }
}

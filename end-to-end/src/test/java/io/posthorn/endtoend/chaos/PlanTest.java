package io.posthorn.endtoend.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 7, 1_000_003})
    void killsMessagingServiceMoreThanOnceInThree(long seed) {
        var plan = Plan.of(60, seed);

        var disasters = all(plan);

        assertThat(disasters).filteredOn(Disaster::isKill).hasSize(60);
        assertThat(Collections.frequency(disasters, Disaster.MESSAGING_KILLED)).isEqualTo(21);
        assertThat(disasters).contains(Disaster.values());
    }

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(all(Plan.of(60, 5))).isEqualTo(all(Plan.of(60, 5))).isNotEqualTo(all(Plan.of(60, 6)));
    }

    @Test
    void letsOthersByWhileSomethingIsNotPossible() {
        var plan = Plan.of(List.of(Disaster.KAFKA_KILLED, Disaster.REDIS_KILLED));

        assertThat(plan.next(disaster -> disaster != Disaster.KAFKA_KILLED)).contains(Disaster.REDIS_KILLED);
        assertThat(plan.next(disaster -> disaster != Disaster.KAFKA_KILLED)).isEmpty();
        assertThat(plan.next(disaster -> true)).contains(Disaster.KAFKA_KILLED);
        assertThat(plan.isDone()).isTrue();
    }

    @Test
    void putsOffWhatHitNothing() {
        var plan = Plan.of(List.of(Disaster.REDIS_KILLED));

        plan.putOff(Disaster.KAFKA_KILLED);

        assertThat(all(plan)).containsExactly(Disaster.REDIS_KILLED, Disaster.KAFKA_KILLED);
    }

    @Test
    void givesUpWhatOnlyDisturbsButNeverAKill() {
        var plan = Plan.of(List.of());

        for (int misses = 0; misses < 20; misses++) {
            plan.putOff(Disaster.MESSAGING_FROZEN);
            plan.putOff(Disaster.KAFKA_KILLED);
            assertThat(all(plan)).contains(Disaster.KAFKA_KILLED);
        }

        plan.putOff(Disaster.MESSAGING_FROZEN);
        assertThat(plan.isDone()).isTrue();
    }

    private static List<Disaster> all(Plan plan) {
        var all = new ArrayList<Disaster>();
        while (!plan.isDone()) {
            plan.next(disaster -> true).ifPresent(all::add);
        }
        return all;
    }
}

package io.posthorn.endtoend.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.endtoend.proof.LaneOwners.Mark;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaneOwnersTest {
    @Test
    void letsLanesChangeHands() {
        assertThat(LaneOwners.violations(
                        List.of(new Mark("a", 1), new Mark("b", 7), new Mark("a", 2), new Mark("b", 7))))
                .isEmpty();
    }

    @Test
    void findsAnOwnerWhoCallsAfterTheNextOne() {
        assertThat(LaneOwners.violations(List.of(new Mark("a", 1), new Mark("a", 2), new Mark("a", 1))))
                .extracting(Violation::broken)
                .containsExactly(Promise.TWO_OWNERS);
    }
}

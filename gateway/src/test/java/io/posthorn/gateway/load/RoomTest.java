package io.posthorn.gateway.load;

import static io.posthorn.gateway.route.Priority.EXPORTS;
import static io.posthorn.gateway.route.Priority.READS;
import static io.posthorn.gateway.route.Priority.SENDS;
import static io.posthorn.gateway.route.Priority.WEBHOOKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.posthorn.gateway.problem.Refusal;
import io.posthorn.gateway.route.Priority;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoomTest {
    private final Room room = new Room(20, "full");

    @Test
    void turnsAwayWhoeverMattersLeastFirst() {
        assertThat(Stream.of(EXPORTS, READS, SENDS, WEBHOOKS).map(this::fill)).containsExactly(10, 5, 3, 2);
        assertThat(room.taken()).isEqualTo(20);
    }

    @Test
    void hasThePlaceAgainThatWasLeftAndOnlyOnce() {
        var place = room.enter(WEBHOOKS);
        fill(WEBHOOKS);
        place.leave();
        place.leave();

        assertThat(fill(WEBHOOKS)).isEqualTo(1);
    }

    @Test
    void keepsNoPlaceForWhomItTurnedAway() {
        fill(WEBHOOKS);
        assertThatThrownBy(() -> room.enter(READS)).isInstanceOf(Refusal.class).hasMessage("full");

        assertThat(room.taken()).isEqualTo(20);
    }

    private int fill(Priority priority) {
        int entered = 0;
        try {
            while (true) {
                room.enter(priority);
                entered++;
            }
        } catch (Refusal full) {
            return entered;
        }
    }
}

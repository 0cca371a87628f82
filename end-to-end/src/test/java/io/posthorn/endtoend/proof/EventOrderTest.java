package io.posthorn.endtoend.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.endtoend.proof.EventOrder.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventOrderTest {
    private static final Event FIRST = new Event("messages", "anna", "1");
    private static final Event SECOND = new Event("messages", "anna", "2");
    private static final Event OTHER = new Event("messages", "bert", "3");
    private static final List<Event> WRITTEN = List.of(FIRST, OTHER, SECOND);

    @Test
    void allowsRepetitionsAndAnyOrderAmongAggregates() {
        assertThat(EventOrder.violations(WRITTEN, List.of(OTHER, FIRST, SECOND, FIRST, SECOND)))
                .isEmpty();
    }

    @Test
    void findsAnEventThatIsMissing() {
        assertThat(EventOrder.violations(WRITTEN, List.of(OTHER, SECOND)))
                .extracting(Violation::broken)
                .containsExactly(Promise.EVENT_MISSING);
    }

    @Test
    void findsEventsOfAnAggregateInAnotherOrder() {
        assertThat(EventOrder.violations(WRITTEN, List.of(SECOND, FIRST, OTHER)))
                .extracting(Violation::broken)
                .containsExactly(Promise.EVENT_OVERTAKEN);
    }
}

package io.posthorn.admin.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.admin.SomeEvents;
import io.posthorn.contracts.PosthornEvent;
import io.posthorn.kit.Ids;
import io.posthorn.kit.event.IncomingEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ManyMessagesTest {
    private static final UUID WORKSPACE = Ids.next();

    private final ManyMessages many = new ManyMessages("queued");
    private final UUID message = Ids.next();
    private final UUID conversation = Ids.next();

    @Test
    void keepsTheNewestStatusOfAMessageWhateverTheOrder() {
        many.takes(event(3, SomeEvents.statusChanged(message, conversation, "delivered")));
        many.takes(event(1, SomeEvents.messageAccepted(message, conversation)));
        many.takes(event(2, SomeEvents.statusChanged(message, conversation, "sent")));

        assertThat(many.moves()).containsExactly(new ManyMessages.Move(message, "delivered", 3));
        assertThat(many.changes()).containsExactly(new CounterChange(Counters.MESSAGES_ACCEPTED, 1));
    }

    @Test
    void addsUpWhatIsCounted() {
        many.takes(event(1, SomeEvents.messageReceived(conversation)));
        many.takes(event(1, SomeEvents.messageReceived(conversation)));
        many.add(List.of(CounterChange.oneMore("contacts"), CounterChange.oneLess("contacts")));

        assertThat(many.changes()).containsExactly(new CounterChange(Counters.MESSAGES_RECEIVED, 2));
        assertThat(many.isEmpty()).isTrue();
    }

    @Test
    void leavesOtherEventsToOthers() {
        assertThat(many.takes(event(1, SomeEvents.contactCreated()))).isFalse();
        assertThat(many.changes()).isEmpty();
    }

    private static IncomingEvent event(long version, PosthornEvent event) {
        return new IncomingEvent(Ids.next(), "type", "/test", Instant.now(), WORKSPACE, version, null, event);
    }
}

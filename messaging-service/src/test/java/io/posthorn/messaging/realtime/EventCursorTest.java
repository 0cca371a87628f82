package io.posthorn.messaging.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.posthorn.kit.problem.ProblemException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventCursorTest {
    private final UUID workspace = UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 4711, Long.MAX_VALUE})
    void readsWhatItWrote(long sequence) {
        assertThat(EventCursor.decoded(workspace, EventCursor.encoded(workspace, sequence)))
                .isEqualTo(sequence);
    }

    @Test
    void isGoodInItsWorkspaceOnly() {
        var foreign = EventCursor.encoded(UUID.randomUUID(), 17);

        assertThatThrownBy(() -> EventCursor.decoded(workspace, foreign)).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAA", "!!!", "AAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void refusesWhatItDidNotWrite(String text) {
        assertThatThrownBy(() -> EventCursor.decoded(workspace, text)).isInstanceOf(ProblemException.class);
    }
}

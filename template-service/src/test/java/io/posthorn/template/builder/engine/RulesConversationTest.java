package io.posthorn.template.builder.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.template.builder.language.Tongue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulesConversationTest {
    static List<WrittenConversation> conversations() {
        return WrittenConversation.all();
    }

    @ParameterizedTest
    @MethodSource("conversations")
    void endsAsWritten(WrittenConversation conversation) {
        var turn = Conversation.begun(Tongue.EN);
        for (var said : conversation.turns()) {
            var next = Rules.turn(turn.state(), said);

            assertThat(next.reply()).as("after '%.60s'", said).isNotBlank();
            if (!next.question().isEmpty()) {
                assertThat(next.question()).as("after '%.60s'", said).isNotEqualTo(turn.question());
                assertThat(next.state().asked()).isNotEqualTo(turn.state().asked());
                assertThat(next.reply()).endsWith(next.question());
            }
            assertThat(next.review()).isEqualTo(Review.of(next.state().draft()));
            turn = next;
        }

        conversation.verify(turn);
    }

    @Test
    void thereAreAtLeastSixty() {
        assertThat(conversations()).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void nobodyHearsTheSameQuestionTwiceInARow() {
        var turn = Conversation.begun(Tongue.EN);
        for (var index = 0; index < 50; index++) {
            var next = Rules.turn(turn.state(), index % 2 == 0 ? "hm" : "");

            assertThat(next.question()).isNotEmpty().isNotEqualTo(turn.question());
            turn = next;
        }
    }
}

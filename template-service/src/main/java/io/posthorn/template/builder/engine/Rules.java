package io.posthorn.template.builder.engine;

import io.posthorn.template.builder.draft.Change;
import io.posthorn.template.builder.understanding.Answers;
import io.posthorn.template.builder.understanding.Reader;
import java.util.List;

/** The engine {@code rules}: words of three languages, no network, the same answer every time. */
public final class Rules {
    public static final int MOST_CHARACTERS = 4000;

    private Rules() {}

    public static Turn turn(BuilderState state, String said) {
        if (said == null || said.isBlank()) {
            return Conversation.turn(state, List.of(), List.of(), Phrase.EMPTY.in(state.tongue()));
        }
        if (said.length() > MOST_CHARACTERS) {
            return Conversation.turn(state, List.of(), List.of(), Phrase.TOO_LONG.in(state.tongue(), MOST_CHARACTERS));
        }
        var spoken = state.speaking(Answers.tongue(said, state.tongue()));
        var awaited = Question.part(state.asked());
        var understood = Reader.read(said, state.draft(), awaited, spoken.tongue());
        var changes =
                understood.nothing() ? Answers.to(awaited, understood.text(), state.draft()) : understood.changes();
        var written = changes.equals(List.of(new Change.Body(said))); // content tells nothing of who speaks
        return Conversation.turn(written ? state : spoken, understood.commands(), changes, "");
    }
}

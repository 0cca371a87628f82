package io.posthorn.template.builder.engine;

import io.posthorn.template.builder.draft.Draft;
import io.posthorn.template.builder.language.Tongue;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a conversation stands.
 *
 * @param past earlier drafts, the newest last, for "undo"
 * @param asked the key of the question that waits for an answer; empty for none
 * @param stalled how many turns in a row changed nothing
 */
public record BuilderState(Draft draft, List<Draft> past, String asked, int stalled, Tongue tongue, boolean finished) {
    public static final BuilderState NEW = new BuilderState(Draft.EMPTY, List.of(), Question.BODY, 0, Tongue.EN, false);

    private static final int MOST_PAST = 20;

    public BuilderState {
        past = List.copyOf(past);
    }

    /** With a draft that differs, and the one before it kept. */
    BuilderState with(Draft changed) {
        if (changed.equals(draft)) {
            return this;
        }
        var kept = new ArrayList<>(past);
        kept.add(draft);
        return new BuilderState(
                changed,
                kept.subList(Math.max(0, kept.size() - MOST_PAST), kept.size()),
                asked,
                stalled,
                tongue,
                false);
    }

    BuilderState undone() {
        return past.isEmpty()
                ? this
                : new BuilderState(past.getLast(), past.subList(0, past.size() - 1), asked, stalled, tongue, false);
    }

    BuilderState speaking(Tongue spoken) {
        return new BuilderState(draft, past, asked, stalled, spoken, finished);
    }

    BuilderState asking(String question, int stalledTurns) {
        return new BuilderState(draft, past, question, stalledTurns, tongue, finished);
    }

    BuilderState ended() {
        return new BuilderState(draft, past, "", 0, tongue, true);
    }
}

package io.posthorn.template.builder.engine;

import java.util.List;
import java.util.Locale;

/**
 * What a turn led to.
 *
 * @param reply sentences for people, with the question at their end if there is one
 * @param question the same question alone; empty for none
 * @param changed the parts of the draft that are other than before
 */
public record Turn(BuilderState state, String reply, String question, Review review, List<String> changed) {
    public enum Status {
        COLLECTING,
        READY,
        FINISHED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Turn {
        changed = List.copyOf(changed);
    }

    public Status status() {
        return state.finished() ? Status.FINISHED : review.passes() ? Status.READY : Status.COLLECTING;
    }
}

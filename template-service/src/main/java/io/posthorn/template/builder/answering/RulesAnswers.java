package io.posthorn.template.builder.answering;

import io.posthorn.template.builder.engine.Rules;
import io.smallrye.mutiny.Uni;
import java.util.function.Consumer;

/** The engine that needs nobody. */
public final class RulesAnswers implements BuilderEngine {
    @Override
    public Uni<Outcome> turn(Utterance utterance, Consumer<String> pieces) {
        return Uni.createFrom()
                .item(() -> answer(utterance, null))
                .invoke(outcome -> pieces.accept(outcome.turn().reply()));
    }

    /**
     * At once.
     *
     * @param notice why it is not the engine that people expect; null where it is
     */
    public static Outcome answer(Utterance utterance, String notice) {
        return new Outcome(Rules.turn(utterance.state(), utterance.said()), BuilderConfig.Choice.RULES.word(), notice);
    }
}

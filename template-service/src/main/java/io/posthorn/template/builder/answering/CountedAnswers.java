package io.posthorn.template.builder.answering;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import java.util.function.Consumer;

/** Counts turns by who answered them, and by whether somebody else was meant to. */
public final class CountedAnswers implements BuilderEngine {
    private static final String TURNS = "posthorn.builder.turns";

    private final BuilderEngine engine;
    private final MeterRegistry meters;

    public CountedAnswers(BuilderEngine engine, MeterRegistry meters) {
        this.engine = engine;
        this.meters = meters;
    }

    public BuilderEngine engine() {
        return engine;
    }

    @Override
    public Uni<Outcome> turn(Utterance utterance, Consumer<String> pieces) {
        return engine.turn(utterance, pieces).invoke(outcome -> meters.counter(
                        TURNS, "engine", outcome.engine(), "instead", Boolean.toString(outcome.notice() != null))
                .increment());
    }
}

package io.posthorn.template.builder.answering;

import io.smallrye.mutiny.Uni;
import java.util.function.Consumer;

/** Understands people. The words of the answer may come piece by piece before the whole turn does. */
public interface BuilderEngine {
    Uni<Outcome> turn(Utterance utterance, Consumer<String> pieces);
}

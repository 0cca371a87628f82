package io.posthorn.template.template;

import java.util.List;

/** What an import did. */
public record ImportView(int drafted, int changed, int unchanged) {
    enum Effect {
        DRAFTED,
        CHANGED,
        UNCHANGED
    }

    static ImportView of(List<Effect> effects) {
        return new ImportView(
                count(effects, Effect.DRAFTED), count(effects, Effect.CHANGED), count(effects, Effect.UNCHANGED));
    }

    private static int count(List<Effect> effects, Effect effect) {
        return (int) effects.stream().filter(each -> each == effect).count();
    }
}

package io.posthorn.simulator.template;

import java.util.Optional;

/**
 * What Meta did to a template's category, or is going to do.
 *
 * @param previous the category before the last change
 * @param correct the category that is coming
 * @param changed when the last change was, in milliseconds
 */
public record Recategorisation(Optional<TemplateCategory> previous, Optional<TemplateCategory> correct, long changed) {
    public static final Recategorisation NEVER = new Recategorisation(Optional.empty(), Optional.empty(), 0);

    public Recategorisation announcing(TemplateCategory category) {
        return new Recategorisation(previous, Optional.of(category), changed);
    }

    public static Recategorisation from(TemplateCategory previous, long now) {
        return new Recategorisation(Optional.of(previous), Optional.empty(), now);
    }
}

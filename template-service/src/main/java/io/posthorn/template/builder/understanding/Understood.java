package io.posthorn.template.builder.understanding;

import io.posthorn.template.builder.draft.Change;
import java.util.List;

/**
 * What a turn meant.
 *
 * @param commands in the order in which they were said
 * @param text what is left when nothing was understood, as a possible answer to a question; otherwise empty
 */
public record Understood(List<Command> commands, List<Change> changes, String text) {
    public Understood {
        commands = List.copyOf(commands);
        changes = List.copyOf(changes);
    }

    public boolean nothing() {
        return commands.isEmpty() && changes.isEmpty();
    }
}

package io.posthorn.template.builder.answering;

import io.posthorn.template.builder.engine.BuilderState;
import java.util.List;
import java.util.UUID;

/**
 * What somebody said, and what was said before.
 *
 * @param earlier the last turns, the oldest first
 */
public record Utterance(UUID workspaceId, BuilderState state, List<Exchange> earlier, String said) {
    public record Exchange(String said, String reply) {}
}

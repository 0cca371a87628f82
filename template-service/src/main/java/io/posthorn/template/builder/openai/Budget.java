package io.posthorn.template.builder.openai;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** How much of a model a workspace may still use today. */
public interface Budget {
    Uni<Boolean> allows(UUID workspaceId);

    Uni<Void> spend(UUID workspaceId, long tokens);
}

package io.posthorn.contracts.template;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** A message template was written; nobody has approved it yet. */
public record TemplateDrafted(
        UUID templateId, String name, String language, String category, UUID draftedBy, Instant draftedAt)
        implements PosthornEvent {
    @Override
    public UUID key() {
        return templateId;
    }
}

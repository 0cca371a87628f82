package io.posthorn.contracts.template;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** Meta took a template out of use; it may not be sent. */
public record TemplateDisabled(
        UUID templateId,
        int version,
        String wabaId,
        String name,
        String language,
        String category,
        String reason,
        Instant disabledAt)
        implements PosthornEvent {
    @Override
    public UUID key() {
        return templateId;
    }
}

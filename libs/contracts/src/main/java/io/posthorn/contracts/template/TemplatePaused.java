package io.posthorn.contracts.template;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** Meta holds a template back for some hours, because people complained; it comes back as approved or gets disabled. */
public record TemplatePaused(
        UUID templateId,
        int version,
        String wabaId,
        String name,
        String language,
        String category,
        String reason,
        Instant pausedAt)
        implements PosthornEvent {
    @Override
    public UUID key() {
        return templateId;
    }
}

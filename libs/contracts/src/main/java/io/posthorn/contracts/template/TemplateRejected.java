package io.posthorn.contracts.template;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** Meta refused a template; {@code reason} is Meta's word, null where it gave none. */
public record TemplateRejected(
        UUID templateId,
        int version,
        String wabaId,
        String name,
        String language,
        String category,
        String reason,
        Instant rejectedAt)
        implements PosthornEvent {
    @Override
    public UUID key() {
        return templateId;
    }
}

package io.posthorn.contracts.template;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.UUID;

/** A template was deleted, by us or at Meta; it may not be sent. */
public record TemplateDeleted(
        UUID templateId, int version, String wabaId, String name, String language, Instant deletedAt)
        implements PosthornEvent {
    @Override
    public UUID key() {
        return templateId;
    }
}

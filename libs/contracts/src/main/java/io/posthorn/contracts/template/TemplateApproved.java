package io.posthorn.contracts.template;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Meta lets a template be sent, for the first time or again; {@code components} are the content in Meta's words. */
public record TemplateApproved(
        UUID templateId,
        int version,
        String wabaId,
        String name,
        String language,
        String category,
        List<Map<String, Object>> components,
        Instant approvedAt)
        implements PosthornEvent {
    public TemplateApproved {
        components = List.copyOf(components);
    }

    @Override
    public UUID key() {
        return templateId;
    }
}

package io.posthorn.contracts.template;

import io.posthorn.contracts.PosthornEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A template was handed to Meta for review; {@code components} are the content in Meta's words. */
public record TemplateSubmitted(
        UUID templateId,
        int version,
        UUID channelId,
        String wabaId,
        String name,
        String language,
        String category,
        List<Map<String, Object>> components,
        UUID submittedBy,
        Instant submittedAt)
        implements PosthornEvent {
    public TemplateSubmitted {
        components = List.copyOf(components);
    }

    @Override
    public UUID key() {
        return templateId;
    }
}

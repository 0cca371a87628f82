package io.posthorn.messaging.template;

import io.vertx.core.json.JsonArray;
import java.util.UUID;

/** What an event tells of a template; components are null where it tells nothing of them, the category is empty then. */
record TemplateChange(
        UUID templateId,
        TemplateKey key,
        String category,
        String status,
        String reason,
        JsonArray components,
        long version) {}

package io.posthorn.cloudapi.webhook;

import com.fasterxml.jackson.databind.JsonNode;

/** One thing that happened. */
public sealed interface WebhookItem
        permits InboundMessage,
                StatusUpdate,
                TemplateStatusUpdate,
                ChangeEvent,
                ChangeErrors,
                OtherChange,
                MalformedItem {
    /** Exactly what Meta sent for this item. */
    JsonNode raw();
}

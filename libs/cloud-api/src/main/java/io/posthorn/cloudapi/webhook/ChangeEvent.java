package io.posthorn.cloudapi.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.cloudapi.event.WebhookEvent;

/** Something happened to a template, a number, an account or a shared inbox. */
public record ChangeEvent(String field, WebhookEvent event, JsonNode raw) implements WebhookItem {
    @Override
    public String toString() {
        return "ChangeEvent[%s]".formatted(field);
    }
}

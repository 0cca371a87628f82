package io.posthorn.cloudapi.webhook;

import com.fasterxml.jackson.databind.JsonNode;

/** A piece that lacks what identifies it. It is kept so that a person can look at it. */
public record MalformedItem(String reason, JsonNode raw) implements WebhookItem {
    @Override
    public String toString() {
        return "MalformedItem[%s]".formatted(reason);
    }
}

package io.posthorn.cloudapi.webhook;

import com.fasterxml.jackson.databind.JsonNode;

/** A change that is neither message nor status: templates, quality, account events, and what Meta may invent. */
public record OtherChange(String field, JsonNode raw) implements WebhookItem {
    @Override
    public String toString() {
        return "OtherChange[%s]".formatted(field);
    }
}

package io.posthorn.messaging.compatible;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;

/** A request as it came in. */
public record GraphBody(@JsonValue JsonNode json) {
    GraphRecipient recipient(String region) {
        return GraphRecipient.of(json, region);
    }

    /** What it asks for; fails with all that is wrong. */
    GraphRequest read(GraphRecipient recipient) {
        return GraphRequest.read(recipient.normalized(json));
    }

    @Override
    public String toString() {
        return "GraphBody[hidden]";
    }
}

package io.posthorn.cloudapi.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.posthorn.cloudapi.part.Read;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** A whole webhook. A broken piece never hides the good ones beside it. */
public record WebhookBody(String object, List<WebhookEntry> entries) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads a body whose signature was verified. */
    public static WebhookBody parse(byte[] body) {
        var root = read(body);
        if (root == null || !root.isObject()) {
            throw new MalformedWebhookException("The body is not a JSON object");
        }
        return new WebhookBody(
                Read.text(root, "object").orElse(""),
                Read.elements(root, "entry").map(WebhookEntry::of).toList());
    }

    public Stream<WebhookChange> changes() {
        return entries.stream().flatMap(entry -> entry.changes().stream());
    }

    private static JsonNode read(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException notJson) { // not the cause: its message quotes the body
            throw new MalformedWebhookException("The body is not JSON");
        }
    }
}

package io.posthorn.cloudapi.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.cloudapi.part.Read;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The changes of one WhatsApp business account; the id can also be "0" (dashboard tests) or a partner's. */
public record WebhookEntry(Optional<String> wabaId, Optional<Instant> time, List<WebhookChange> changes) {

    static WebhookEntry of(JsonNode raw) {
        return new WebhookEntry(
                Read.text(raw, "id"),
                Read.time(raw, "time"),
                Read.elements(raw, "changes").map(WebhookChange::of).toList());
    }
}

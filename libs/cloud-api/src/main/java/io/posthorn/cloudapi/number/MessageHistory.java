package io.posthorn.cloudapi.number;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.cloudapi.part.Read;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What Meta remembers of a message that it accepted: it knows wamids only. */
public record MessageHistory(String id, String wamid, List<Event> events) {
    /** A state of the delivery, in Meta's words such as {@code DELIVERED}, and whether our webhook took it. */
    public record Event(String status, Instant at, Optional<String> webhookState, Optional<String> errorDescription) {}

    static Optional<MessageHistory> of(JsonNode json) {
        var wamid = json.path("message_id").asText("");
        return wamid.isBlank()
                ? Optional.empty()
                : Optional.of(new MessageHistory(
                        json.path("id").asText(""),
                        wamid,
                        json.path("events")
                                .path("data")
                                .valueStream()
                                .flatMap(event -> event(event).stream())
                                .toList()));
    }

    private static Optional<Event> event(JsonNode json) {
        var status = json.path("delivery_status").asText("");
        var at = Times.read(json.path("timestamp").asText(""));
        return status.isBlank()
                ? Optional.empty()
                : at.map(time -> new Event(
                        status, time, Read.text(json, "webhook_update_state"), Read.text(json, "error_description")));
    }
}

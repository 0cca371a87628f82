package io.posthorn.cloudapi.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.cloudapi.part.Read;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Customers said inside WhatsApp what they want to get. After a stop, marketing to them fails. */
public record PreferenceEvent(List<Preference> preferences) implements WebhookEvent {
    /**
     * The wish of one customer.
     *
     * @param value {@code stop}, {@code resume} or {@code signup}
     */
    public record Preference(
            Optional<String> waId,
            Optional<String> userId,
            String category,
            String value,
            Optional<Instant> at,
            Optional<String> signupId) {
        @Override
        public String toString() {
            return "Preference[%s %s]".formatted(category, value);
        }
    }

    static Optional<WebhookEvent> of(JsonNode value) {
        var preferences = Read.elements(value, "user_preferences")
                .flatMap(json -> preference(json).stream())
                .toList();
        return preferences.isEmpty() ? Optional.empty() : Optional.of(new PreferenceEvent(preferences));
    }

    private static Optional<Preference> preference(JsonNode json) {
        return Read.text(json, "value")
                .map(value -> new Preference(
                        Read.text(json, "wa_id"),
                        Read.text(json, "user_id"),
                        Read.text(json, "category").orElse("marketing_messages"),
                        value,
                        Read.time(json, "timestamp"),
                        Read.text(json, "signup_id")));
    }
}

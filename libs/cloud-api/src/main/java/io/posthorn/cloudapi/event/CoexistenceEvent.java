package io.posthorn.cloudapi.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.cloudapi.inbound.InboundContent;
import io.posthorn.cloudapi.part.Read;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** From a number that stays on the WhatsApp Business app as well: its past, its address book, what is written there. */
public sealed interface CoexistenceEvent extends WebhookEvent {
    /** A part of the past, which comes in numbered pieces. */
    record History(
            Optional<Long> phase, Optional<Long> chunk, Optional<Long> progress, List<Conversation> conversations)
            implements CoexistenceEvent {}

    /** The conversation with one customer. */
    record Conversation(String customer, List<Message> messages) {
        @Override
        public String toString() {
            return "Conversation[%d messages]".formatted(messages.size());
        }
    }

    /**
     * A message of either side.
     *
     * @param status of a past message, such as {@code READ}
     */
    record Message(
            String id,
            Optional<String> from,
            Optional<String> to,
            Optional<String> toUserId,
            Optional<Instant> timestamp,
            String type,
            Optional<String> status,
            JsonNode raw) {
        public InboundContent content() {
            return InboundContent.of(raw);
        }

        @Override
        public String toString() {
            return "Message[%s, %s]".formatted(id, type);
        }
    }

    /** The address book changed. */
    record Contacts(List<Contact> contacts) implements CoexistenceEvent {}

    /** {@code add}, {@code edit} or {@code remove}. */
    record Contact(
            String action,
            Optional<String> fullName,
            Optional<String> firstName,
            Optional<String> phoneNumber,
            Optional<Instant> at) {
        @Override
        public String toString() {
            return "Contact[%s]".formatted(action);
        }
    }

    /** Written by a person in the app. */
    record Echoes(List<Message> messages) implements CoexistenceEvent {}

    static Optional<WebhookEvent> history(JsonNode value) {
        var first = value.path("history").path(0);
        var metadata = first.path("metadata");
        return first.isObject()
                ? Optional.of(new History(
                        Read.number(metadata, "phase"),
                        Read.number(metadata, "chunk_order"),
                        Read.number(metadata, "progress"),
                        Read.elements(value, "history")
                                .flatMap(piece -> Read.elements(piece, "threads"))
                                .flatMap(thread -> Read.text(thread, "id")
                                        .map(id -> new Conversation(id, messages(thread, "messages")))
                                        .stream())
                                .toList()))
                : Optional.empty();
    }

    static Optional<WebhookEvent> contacts(JsonNode value) {
        var contacts = Read.elements(value, "state_sync")
                .filter(json -> json.path("contact").isObject())
                .map(CoexistenceEvent::contact)
                .toList();
        return contacts.isEmpty() ? Optional.empty() : Optional.of(new Contacts(contacts));
    }

    static Optional<WebhookEvent> echoes(JsonNode value) {
        var messages = messages(value, "message_echoes");
        return messages.isEmpty() ? Optional.empty() : Optional.of(new Echoes(messages));
    }

    private static List<Message> messages(JsonNode node, String field) {
        return Read.elements(node, field)
                .flatMap(json -> message(json).stream())
                .toList();
    }

    private static Optional<Message> message(JsonNode json) {
        return Read.text(json, "id")
                .map(id -> new Message(
                        id,
                        Read.text(json, "from"),
                        Read.text(json, "to"),
                        Read.text(json, "to_user_id"),
                        Read.time(json, "timestamp"),
                        Read.text(json, "type").orElse("unknown"),
                        Read.text(json.path("history_context"), "status"),
                        json));
    }

    private static Contact contact(JsonNode json) {
        var contact = json.path("contact");
        return new Contact(
                Read.text(json, "action").orElse("add"),
                Read.string(contact, "full_name"),
                Read.string(contact, "first_name"),
                Read.text(contact, "phone_number"),
                Read.time(json.path("metadata"), "timestamp"));
    }
}

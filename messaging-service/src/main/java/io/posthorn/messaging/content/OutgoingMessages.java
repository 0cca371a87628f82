package io.posthorn.messaging.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.message.Envelope;
import io.posthorn.cloudapi.message.OutgoingMessage;
import io.posthorn.cloudapi.reading.MessageReader;
import io.posthorn.messaging.message.Message;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes stored messages in Meta's words. */
public final class OutgoingMessages {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** What a stored template message has besides is for people to read. */
    private static final List<String> OF_A_TEMPLATE = List.of("name", "language", "components");

    private OutgoingMessages() {}

    /** Our ids of the files that a message carries. */
    public static Set<UUID> media(Message message) {
        return CarriedFiles.of(own(message)).stream()
                .map(file -> file.use().mediaId())
                .collect(Collectors.toSet());
    }

    /** The message that this one reacts to; without it, it cannot be sent. */
    public static Optional<UUID> reactsTo(Message message) {
        return message.type().equals("reaction")
                ? Optional.of(UUID.fromString(message.content().getString("messageId")))
                : Optional.empty();
    }

    /** The message that this one answers or reacts to. */
    public static Optional<UUID> refersTo(Message message) {
        return reactsTo(message).or(() -> Optional.ofNullable(message.replyTo()));
    }

    /** Fails with an IllegalArgumentException when the message breaks a rule of Meta's that was not known when it was accepted. */
    public static OutgoingMessage of(Message message, String recipient, UUID attemptId, Cargo cargo) {
        var type = message.type();
        var content = OwnWords.toMeta(own(message), id -> cargo.media().get(UUID.fromString(id)))
                .get(type);
        var envelope = Envelope.to(Addresses.recipient(recipient)).withCallbackData(attemptId.toString());
        if (content instanceof ObjectNode reaction && type.equals("reaction")) {
            reaction.put("message_id", cargo.reference());
        } else if (cargo.reference() != null) {
            envelope = envelope.quoting(cargo.reference());
        }
        return MessageReader.message(envelope, type, content);
    }

    private static ObjectNode own(Message message) {
        var stored = parsed(message);
        var own = JsonNodeFactory.instance.objectNode();
        return switch (message.type()) {
            case "template" -> own.set(message.type(), ((ObjectNode) stored).retain(OF_A_TEMPLATE));
            case "contacts" -> own.set(message.type(), stored.path(message.type()));
            default -> own.set(message.type(), stored);
        };
    }

    private static JsonNode parsed(Message message) {
        try {
            return JSON.readTree(message.content().encode());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Stored content cannot be read", impossible);
        }
    }
}

package io.posthorn.cloudapi.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.cloudapi.part.MediaKind;
import io.posthorn.cloudapi.part.Read;
import java.util.List;
import java.util.Optional;

/** The content of a message from a customer. Closed over the types that are known; {@link Unknown} holds all others. */
public sealed interface InboundContent
        permits InboundContent.Text,
                InboundContent.Media,
                InboundContent.Location,
                InboundContent.Contacts,
                InboundContent.Reaction,
                InboundContent.Order,
                InboundContent.Welcome,
                InboundContent.Edit,
                InboundContent.Revocation,
                InboundContent.Unsupported,
                InboundContent.Unknown,
                InboundReply,
                SystemNotice {

    record Text(String body) implements InboundContent {}

    record Media(InboundMedia media) implements InboundContent {}

    record Location(
            double latitude, double longitude, Optional<String> name, Optional<String> address, Optional<String> url)
            implements InboundContent {}

    record Contacts(List<InboundContact> contacts) implements InboundContent {}

    /** An emoji on a message; empty when the customer took it back. */
    record Reaction(String messageId, Optional<String> emoji) implements InboundContent {}

    record Order(String catalogId, Optional<String> text, List<OrderItem> items) implements InboundContent {}

    /** The customer opened the chat and has not written yet. */
    record Welcome() implements InboundContent {}

    /** Another content for an earlier message. */
    record Edit(String originalMessageId, String type, InboundContent content) implements InboundContent {}

    /** The customer deleted an earlier message. */
    record Revocation(String originalMessageId) implements InboundContent {}

    /** Something that Meta does not pass on, such as a poll. */
    record Unsupported(Optional<String> kind) implements InboundContent {}

    /** A type that is not known here, or a known one without what it needs. */
    record Unknown(String type, JsonNode raw) implements InboundContent {
        @Override
        public String toString() {
            return "Unknown[%s]".formatted(type);
        }
    }

    /** Reads {@code messages[]}, or the new content of an edited message. */
    static InboundContent of(JsonNode message) {
        var type = Read.text(message, "type").orElse("");
        return read(type, message, message.path(type), 0).orElseGet(() -> new Unknown(type, message));
    }

    private static Optional<InboundContent> read(String type, JsonNode message, JsonNode body, int depth) {
        return switch (type) {
            case "text" -> Read.string(body, "body").map(Text::new);
            case "image" -> media(MediaKind.IMAGE, body);
            case "video" -> media(MediaKind.VIDEO, body);
            case "audio", "voice" -> media(MediaKind.AUDIO, body);
            case "document" -> media(MediaKind.DOCUMENT, body);
            case "sticker" -> media(MediaKind.STICKER, body);
            case "location" -> location(body);
            case "contacts" -> contacts(body);
            case "reaction" ->
                Read.text(body, "message_id")
                        .map(id -> new Reaction(id, Read.string(body, "emoji").filter(emoji -> !emoji.isEmpty())));
            case "order" -> order(body);
            case "interactive", "button" -> InboundReply.of(type, body);
            case "system" -> SystemNotice.of(message);
            case "request_welcome" -> Optional.of(new Welcome());
            case "edit" -> edit(body, depth);
            case "revoke" -> Read.text(body, "original_message_id").map(Revocation::new);
            case "unsupported", "unknown" ->
                Optional.of(new Unsupported(Read.text(message.path("unsupported"), "type")));
            default -> Optional.empty();
        };
    }

    private static Optional<InboundContent> media(MediaKind kind, JsonNode body) {
        return InboundMedia.of(kind, body).map(Media::new);
    }

    private static Optional<InboundContent> location(JsonNode body) {
        var latitude = body.path("latitude").asDouble(Double.NaN);
        var longitude = body.path("longitude").asDouble(Double.NaN);
        return Double.isNaN(latitude) || Double.isNaN(longitude)
                ? Optional.empty()
                : Optional.of(new Location(
                        latitude,
                        longitude,
                        Read.text(body, "name"),
                        Read.text(body, "address"),
                        Read.text(body, "url")));
    }

    private static Optional<InboundContent> contacts(JsonNode body) {
        return body.isArray()
                ? Optional.of(new Contacts(body.valueStream()
                        .filter(JsonNode::isObject)
                        .map(InboundContact::of)
                        .toList()))
                : Optional.empty();
    }

    private static Optional<InboundContent> order(JsonNode body) {
        return Read.text(body, "catalog_id")
                .map(catalog -> new Order(
                        catalog,
                        Read.string(body, "text"),
                        Read.elements(body, "product_items")
                                .flatMap(item -> OrderItem.of(item).stream())
                                .toList()));
    }

    /** An edit of an edit does not exist; what says so is kept as it is. */
    private static Optional<InboundContent> edit(JsonNode body, int depth) {
        var message = body.path("message");
        var type = Read.text(message, "type").orElse("");
        return depth > 0
                ? Optional.empty()
                : Read.text(body, "original_message_id")
                        .map(id -> new Edit(
                                id,
                                type,
                                read(type, message, message.path(type), depth + 1)
                                        .orElseGet(() -> new Unknown(type, message))));
    }
}

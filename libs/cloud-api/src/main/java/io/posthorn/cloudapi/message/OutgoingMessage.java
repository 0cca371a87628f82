package io.posthorn.cloudapi.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.part.Json;

/**
 * A message to one customer or group. Closed on purpose: a new type is a new record here. Constructors refuse what Meta would
 * refuse, with all that is wrong; {@code toString} names neither recipient nor content, so that it may stand in a log.
 */
public sealed interface OutgoingMessage extends OutgoingBody
        permits OutgoingText,
                OutgoingMedia,
                OutgoingLocation,
                OutgoingContacts,
                OutgoingInteractive,
                OutgoingReaction,
                OutgoingTemplate {
    Envelope envelope();

    /** Meta's name of the type, which is also the name of what {@link #content()} fills. */
    String type();

    JsonNode content();

    @Override
    default ObjectNode toJson() {
        var body = Json.object().put("messaging_product", "whatsapp");
        envelope().writeAddressTo(body);
        body.put("type", type()).set(type(), content());
        envelope().writeRestTo(body);
        return body;
    }

    /** What may be told about a message. */
    static String described(OutgoingMessage message) {
        return "Outgoing %s[callbackData=%s]"
                .formatted(message.type(), message.envelope().callbackData().orElse("-"));
    }
}

package io.posthorn.cloudapi.message;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A message to one customer. Closed on purpose: a new type is a new record here. */
public sealed interface OutgoingMessage permits OutgoingText, OutgoingImage, OutgoingTemplate {
    int MAX_CALLBACK_DATA = 512;

    /** The phone number in E.164, with its plus. */
    String to();

    /** Meta's name of the type, which is also the name of the object that {@link #content()} fills. */
    String type();

    ObjectNode content();

    /** The wamid that this message quotes. */
    Optional<String> contextMessageId();

    /** Comes back in every status of this message; at most {@value #MAX_CALLBACK_DATA} characters. */
    Optional<String> callbackData();

    /** The body of {@code POST /{phone-number-id}/messages}. */
    default ObjectNode toJson() {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("messaging_product", "whatsapp")
                .put("recipient_type", "individual")
                .put("to", to())
                .put("type", type());
        body.set(type(), content());
        contextMessageId().ifPresent(quoted -> body.putObject("context").put("message_id", quoted));
        callbackData().ifPresent(data -> body.put("biz_opaque_callback_data", data));
        return body;
    }
}

package io.posthorn.cloudapi.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.part.Json;
import io.posthorn.cloudapi.rule.Violations;
import java.util.Optional;

/**
 * What every message has besides its content.
 *
 * @param quotedMessageId the wamid that this message answers
 * @param callbackData comes back in every status of the message
 * @param identityKeyHash refuses delivery when the recipient's identity changed; only where that check is on
 */
public record Envelope(
        Recipient recipient,
        Optional<String> quotedMessageId,
        Optional<String> callbackData,
        Optional<String> identityKeyHash) {
    public static final int MAX_CALLBACK_DATA = 512;
    public static final int MAX_WAMID = 255;

    public static Envelope to(Recipient recipient) {
        return new Envelope(recipient, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static Envelope toPhone(String number) {
        return to(new Recipient.Phone(number));
    }

    public Envelope quoting(String wamid) {
        return new Envelope(recipient, Optional.of(wamid), callbackData, identityKeyHash);
    }

    public Envelope withCallbackData(String data) {
        return new Envelope(recipient, quotedMessageId, Optional.of(data), identityKeyHash);
    }

    void writeAddressTo(ObjectNode body) {
        recipient.writeTo(body);
    }

    void writeRestTo(ObjectNode body) {
        quotedMessageId.ifPresent(wamid -> body.set("context", Json.object().put("message_id", wamid)));
        Json.put(body, "biz_opaque_callback_data", callbackData);
        Json.put(body, "recipient_identity_key_hash", identityKeyHash);
    }

    void check(Violations found) {
        recipient.check(found);
        found.text("/context/message_id", "quoted_message_id", quotedMessageId, MAX_WAMID);
        found.text("/biz_opaque_callback_data", "callback_data", callbackData, MAX_CALLBACK_DATA);
        found.text("/recipient_identity_key_hash", "identity_key_hash", identityKeyHash, 255);
    }
}

package io.posthorn.messaging.compatible;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.messaging.numbering.PhoneNumbers;

/** Whom a request names. {@code phone} has plus and country code; null where a user id is meant, or what is written is no number. */
record GraphRecipient(String input, String phone) {
    /** Where both are given the phone wins, as at Meta. */
    static GraphRecipient of(JsonNode body, String region) {
        var to = body.path("to");
        if (!to.isTextual() && !to.isIntegralNumber()) {
            return new GraphRecipient(body.path("recipient").asText(), null);
        }
        var phone = PhoneNumbers.digits(to.asText(), region.isEmpty() ? null : region)
                .map(digits -> "+" + digits)
                .orElse(null);
        return new GraphRecipient(to.asText(), phone);
    }

    /** The request with the number as Meta's rules want it. */
    JsonNode normalized(JsonNode body) {
        return phone == null || !(body instanceof ObjectNode object)
                ? body
                : object.deepCopy().put("to", phone);
    }

    String address() {
        return phone == null ? input : phone;
    }

    GraphAnswer.Contact contact() {
        return phone == null
                ? new GraphAnswer.Contact(input, null, input)
                : new GraphAnswer.Contact(input, phone.substring(1), null);
    }
}

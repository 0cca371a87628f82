package io.posthorn.cloudapi.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Meta has trouble with the number or the account as a whole, not with a single message. */
public record ChangeErrors(List<DeliveryError> errors, JsonNode raw) implements WebhookItem {
    @Override
    public String toString() {
        return "ChangeErrors[%s]"
                .formatted(errors.stream().map(DeliveryError::code).toList());
    }
}

package io.posthorn.cloudapi.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.cloudapi.part.Read;
import java.util.Optional;

/** Who a customer is: a phone's WhatsApp id, a business-scoped user id, or both. */
public record WebhookContact(
        Optional<String> waId,
        Optional<String> userId,
        Optional<String> name,
        Optional<String> username,
        JsonNode raw) {

    static WebhookContact of(JsonNode raw) {
        var profile = raw.path("profile");
        return new WebhookContact(
                Read.text(raw, "wa_id"),
                Read.text(raw, "user_id"),
                Read.text(profile, "name"),
                Read.text(profile, "username"),
                raw);
    }

    /** The id over all portfolios of an enterprise. */
    public Optional<String> parentUserId() {
        return Read.text(raw, "parent_user_id");
    }

    /** Only where the identity check is on. */
    public Optional<String> identityKeyHash() {
        return Read.text(raw, "identity_key_hash");
    }

    boolean isSender(InboundMessage message) {
        return sameKnown(waId, message.from()) || sameKnown(userId, message.fromUserId());
    }

    @Override
    public String toString() {
        return "WebhookContact[hidden]";
    }

    private static boolean sameKnown(Optional<String> one, Optional<String> other) {
        return one.isPresent() && one.equals(other);
    }
}

package io.posthorn.cloudapi.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.cloudapi.part.Read;
import java.time.Instant;
import java.util.Optional;

/** Something about the customer changed. */
public sealed interface SystemNotice extends InboundContent {
    Optional<String> body();

    /** Another phone number; the messages that follow come from there. */
    record NumberChanged(Optional<String> body, Optional<String> newWaId) implements SystemNotice {}

    /** Another business-scoped user id, which goes with another phone. */
    record UserIdChanged(Optional<String> body, Optional<String> newUserId, Optional<String> newParentUserId)
            implements SystemNotice {}

    /** Another device or installation; its hash has to be acknowledged where the check is on. */
    record IdentityChanged(Optional<String> body, Optional<String> hash, Optional<Instant> at, boolean acknowledged)
            implements SystemNotice {}

    static Optional<InboundContent> of(JsonNode message) {
        var system = message.path("system");
        var body = Read.string(system, "body");
        return switch (Read.text(system, "type").orElse("")) {
            case "user_changed_number" -> Optional.of(new NumberChanged(body, Read.text(system, "wa_id")));
            case "user_changed_user_id" ->
                Optional.of(new UserIdChanged(body, Read.text(system, "user_id"), Read.text(system, "parent_user_id")));
            case "customer_identity_changed" -> Optional.of(identity(body, message, system));
            default -> Optional.empty();
        };
    }

    /** Meta puts the identity beside the notice or into it. */
    private static IdentityChanged identity(Optional<String> body, JsonNode message, JsonNode system) {
        var identity = message.path("identity").isObject() ? message.path("identity") : system.path("identity");
        return new IdentityChanged(
                body,
                Read.text(identity, "hash"),
                Read.time(identity, "created_timestamp"),
                identity.path("acknowledged").asBoolean(false));
    }
}

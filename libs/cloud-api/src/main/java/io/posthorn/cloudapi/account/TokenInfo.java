package io.posthorn.cloudapi.account;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a token is worth.
 *
 * @param expiresAt empty when it never ends
 */
public record TokenInfo(
        String appId,
        String type,
        boolean valid,
        Optional<Instant> expiresAt,
        Optional<Instant> dataAccessExpiresAt,
        Set<String> scopes) {
    public static final Set<String> NEEDED = Set.of("whatsapp_business_messaging", "whatsapp_business_management");

    static Optional<TokenInfo> of(JsonNode answer) {
        var data = answer.path("data");
        return data.isObject()
                ? Optional.of(new TokenInfo(
                        data.path("app_id").asText(""),
                        data.path("type").asText(""),
                        data.path("is_valid").asBoolean(false),
                        time(data, "expires_at"),
                        time(data, "data_access_expires_at"),
                        data.path("scopes").valueStream().map(JsonNode::asText).collect(Collectors.toSet())))
                : Optional.empty();
    }

    /** The permissions that are needed and that it does not have. */
    public Set<String> missingScopes() {
        return NEEDED.stream().filter(needed -> !scopes.contains(needed)).collect(Collectors.toSet());
    }

    private static Optional<Instant> time(JsonNode node, String field) {
        var seconds = node.path(field).asLong(0);
        return seconds <= 0 || seconds > Instant.MAX.getEpochSecond()
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(seconds));
    }
}

package io.posthorn.cloudapi.account;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** An app that gets an account's webhooks, at its own address or at one of this account's. */
public record SubscribedApp(String appId, String name, Optional<String> overrideCallbackUri) {

    static Optional<SubscribedApp> of(JsonNode json) {
        var app = json.path("whatsapp_business_api_data");
        var id = app.path("id").asText("");
        var override = json.path("override_callback_uri").asText("");
        return id.isBlank()
                ? Optional.empty()
                : Optional.of(new SubscribedApp(
                        id,
                        app.path("name").asText(""),
                        override.isBlank() ? Optional.empty() : Optional.of(override)));
    }
}

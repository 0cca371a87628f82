package io.posthorn.messaging.sending;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.posthorn.cloudapi.message.OutgoingImage;
import io.posthorn.cloudapi.message.OutgoingMessage;
import io.posthorn.cloudapi.message.OutgoingTemplate;
import io.posthorn.cloudapi.message.OutgoingText;
import io.vertx.core.json.JsonArray;
import java.util.Optional;
import java.util.UUID;

/** Writes a stored message in Meta's words. */
final class OutgoingMessages {
    private static final ObjectMapper JSON = new ObjectMapper();

    private OutgoingMessages() {}

    static OutgoingMessage of(Call call) {
        var to = "+" + call.recipient();
        var content = call.message().content();
        var callback = Optional.of(call.attemptId().toString());
        return switch (call.message().type()) {
            case "image" ->
                new OutgoingImage(
                        to,
                        call.providerMedia().get(UUID.fromString(content.getString("mediaId"))),
                        Optional.ofNullable(content.getString("caption")),
                        Optional.empty(),
                        callback);
            case "template" ->
                new OutgoingTemplate(
                        to,
                        content.getString("name"),
                        content.getJsonObject("language").getString("code"),
                        json(OutgoingContent.withProviderIds(
                                OutgoingContent.components(content), call.providerMedia())),
                        Optional.empty(),
                        callback);
            default ->
                new OutgoingText(
                        to,
                        content.getString("body"),
                        content.getBoolean("previewUrl", false),
                        Optional.empty(),
                        callback);
        };
    }

    private static JsonNode json(JsonArray components) {
        try {
            return JSON.readTree(components.encode());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Stored components cannot be read", impossible);
        }
    }
}

package io.posthorn.messaging.sending;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.posthorn.cloudapi.message.Envelope;
import io.posthorn.cloudapi.message.OutgoingMedia;
import io.posthorn.cloudapi.message.OutgoingMessage;
import io.posthorn.cloudapi.message.OutgoingTemplate;
import io.posthorn.cloudapi.message.OutgoingText;
import io.posthorn.cloudapi.part.MediaReference;
import io.posthorn.cloudapi.values.Components;
import io.vertx.core.json.JsonArray;
import java.util.Optional;
import java.util.UUID;

/** Writes a stored message in Meta's words. */
final class OutgoingMessages {
    private static final ObjectMapper JSON = new ObjectMapper();

    private OutgoingMessages() {}

    /** Fails when the message breaks a rule of Meta's that was not known when it was accepted. */
    static OutgoingMessage of(Call call) {
        var content = call.message().content();
        var envelope = Envelope.toPhone("+" + call.recipient())
                .withCallbackData(call.attemptId().toString());
        return switch (call.message().type()) {
            case "image" ->
                new OutgoingMedia.Image(
                        envelope,
                        MediaReference.uploaded(
                                call.providerMedia().get(UUID.fromString(content.getString("mediaId")))),
                        Optional.ofNullable(content.getString("caption")));
            case "template" ->
                new OutgoingTemplate(
                        envelope,
                        content.getString("name"),
                        content.getJsonObject("language").getString("code"),
                        Components.raw(json(OutgoingContent.withProviderIds(
                                OutgoingContent.components(content), call.providerMedia()))));
            default -> new OutgoingText(envelope, content.getString("body"), content.getBoolean("previewUrl", false));
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

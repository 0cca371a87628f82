package io.posthorn.cloudapi.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** An approved template with its values; {@code components} are in Meta's words, an empty list when nothing is variable. */
public record OutgoingTemplate(
        String to,
        String name,
        String language,
        JsonNode components,
        Optional<String> contextMessageId,
        Optional<String> callbackData)
        implements OutgoingMessage {
    @Override
    public String type() {
        return "template";
    }

    @Override
    public ObjectNode content() {
        var content = JsonNodeFactory.instance.objectNode().put("name", name);
        content.putObject("language").put("code", language);
        if (!components.isEmpty()) {
            content.set("components", components);
        }
        return content;
    }

    /** Names neither the recipient nor the values, so that it may stand in a log. */
    @Override
    public String toString() {
        return "OutgoingTemplate[%s, callbackData=%s]".formatted(name, callbackData.orElse("-"));
    }
}

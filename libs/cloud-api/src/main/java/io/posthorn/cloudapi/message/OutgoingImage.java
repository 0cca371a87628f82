package io.posthorn.cloudapi.message;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** An image that was uploaded to Meta, with a caption of at most {@value #MAX_CAPTION} characters. */
public record OutgoingImage(
        String to,
        String mediaId,
        Optional<String> caption,
        Optional<String> contextMessageId,
        Optional<String> callbackData)
        implements OutgoingMessage {
    public static final int MAX_CAPTION = 1024;

    @Override
    public String type() {
        return "image";
    }

    @Override
    public ObjectNode content() {
        var content = JsonNodeFactory.instance.objectNode().put("id", mediaId);
        caption.ifPresent(text -> content.put("caption", text));
        return content;
    }

    /** Names neither the recipient nor the text, so that it may stand in a log. */
    @Override
    public String toString() {
        return "OutgoingImage[callbackData=%s]".formatted(callbackData.orElse("-"));
    }
}

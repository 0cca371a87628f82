package io.posthorn.cloudapi.message;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A text of 1 to {@value #MAX_BODY} characters; the preview shows its first link. */
public record OutgoingText(
        String to, String body, boolean previewUrl, Optional<String> contextMessageId, Optional<String> callbackData)
        implements OutgoingMessage {
    public static final int MAX_BODY = 4096;

    @Override
    public String type() {
        return "text";
    }

    @Override
    public ObjectNode content() {
        return JsonNodeFactory.instance.objectNode().put("body", body).put("preview_url", previewUrl);
    }

    /** Names neither the recipient nor the text, so that it may stand in a log. */
    @Override
    public String toString() {
        return "OutgoingText[callbackData=%s]".formatted(callbackData.orElse("-"));
    }
}

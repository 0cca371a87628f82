package io.posthorn.cloudapi.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.part.Json;
import io.posthorn.cloudapi.rule.Violations;

/** A text of 1 to {@value #MAX_BODY} characters; the preview shows its first link. */
public record OutgoingText(Envelope envelope, String body, boolean previewUrl) implements OutgoingMessage {
    public static final int MAX_BODY = 4096;

    public OutgoingText {
        Violations.enforce(found -> {
            envelope.check(found);
            found.text("/text/body", "body", body, MAX_BODY);
        });
    }

    @Override
    public String type() {
        return "text";
    }

    @Override
    public ObjectNode content() {
        return Json.object().put("body", body).put("preview_url", previewUrl);
    }

    @Override
    public String toString() {
        return OutgoingMessage.described(this);
    }
}

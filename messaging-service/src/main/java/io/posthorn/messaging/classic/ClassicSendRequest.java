package io.posthorn.messaging.classic;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.posthorn.messaging.draft.SendMessageRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A text to a chat, as older clients write it. */
@Schema(example = """
        {"to": "15550002000@c.us", "message": "Hello"}""")
public record ClassicSendRequest(
        @NotBlank @Size(max = 64) String to,

        @NotBlank @Size(max = 4096) @Pattern(regexp = "[^\\x00]*", flags = Pattern.Flag.DOTALL)
        String message) {

    SendMessageRequest asMessage() {
        return SendMessageRequest.text(to, JsonNodeFactory.instance.objectNode().put("body", message));
    }

    @Override
    public String toString() {
        return "ClassicSendRequest[hidden]";
    }
}

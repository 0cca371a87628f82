package io.posthorn.messaging.sending;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A message to send: to a number or into a conversation. */
@Schema(example = """
        {"to": "+15550002000", "type": "text", "text": {"body": "Hello"}}""")
public record SendMessageRequest(
        @Size(max = 64) String to,
        UUID conversationId,
        UUID channelId,

        @NotNull @Pattern(regexp = "text", message = "today only text can be sent")
        String type,

        @NotNull @Valid Text text) {

    /** A text of 1 to 4096 characters. */
    public record Text(
            @NotBlank @Size(max = 4096) @Pattern(regexp = "[^\\x00]*", flags = Pattern.Flag.DOTALL)
            String body,

            Boolean previewUrl) {

        @Override
        public String toString() {
            return "Text[hidden]";
        }
    }

    @AssertTrue(message = "give either to or conversationId")
    @JsonIgnore
    @Schema(hidden = true)
    public boolean isAddressed() {
        return (to == null) != (conversationId == null);
    }

    @Override
    public String toString() {
        return "SendMessageRequest[%s]".formatted(type);
    }
}

package io.posthorn.messaging.accepting;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A message to send: to a number or into a conversation; its content is the object that its type names. */
@Schema(example = """
        {"to": "+15550002000", "type": "text", "text": {"body": "Hello"}}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SendMessageRequest(
        @Size(max = 64) String to,
        UUID conversationId,
        UUID channelId,

        @NotNull @Pattern(regexp = "text|image|template", message = "text, image or template")
        String type,

        @Valid Text text,
        @Valid Image image,
        @Valid TemplateMessage template,

        @Schema(description = "When it should leave; at most 30 days ahead")
        Instant sendAt,

        @Schema(description = "Seconds after which it is not worth sending any more, from sendAt or from now")
        @Min(1)
        @Max(2_592_000)
        Integer ttl) {

    /** A text of 1 to 4096 characters. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Text(
            @NotBlank @Size(max = 4096) @Pattern(regexp = "[^\\x00]*", flags = Pattern.Flag.DOTALL)
            String body,

            Boolean previewUrl) {
        @Override
        public String toString() {
            return "Text[hidden]";
        }
    }

    /** A stored JPEG or PNG, with a caption of up to 1024 characters. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Image(
            @NotNull UUID mediaId,

            @Size(max = 1024) @Pattern(regexp = "[^\\x00]*", flags = Pattern.Flag.DOTALL)
            String caption) {
        @Override
        public String toString() {
            return "Image[%s]".formatted(mediaId);
        }
    }

    @AssertTrue(message = "give either to or conversationId")
    @JsonIgnore
    @Schema(hidden = true)
    public boolean isAddressed() {
        return (to == null) != (conversationId == null);
    }

    /** The stored files that the message carries. */
    Set<UUID> media() {
        if (image != null) {
            return Set.of(image.mediaId());
        }
        return template == null ? Set.of() : template.media();
    }

    SendMessageRequest withTo(String other) {
        return new SendMessageRequest(other, conversationId, channelId, type, text, image, template, sendAt, ttl);
    }

    @Override
    public String toString() {
        return "SendMessageRequest[%s]".formatted(type);
    }
}

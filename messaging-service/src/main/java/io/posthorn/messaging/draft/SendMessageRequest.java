package io.posthorn.messaging.draft;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.Violation;
import io.posthorn.messaging.content.Contents;
import io.posthorn.messaging.content.WrittenContent;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A message to send: to somebody or into a conversation; its content is what stands under the name of its type. */
@Schema(example = """
        {"to": "+15550002000", "type": "text", "text": {"body": "Hello"}}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SendMessageRequest(
        @Schema(
                description =
                        "A number, best with + and its country code, a chat (15550002000@c.us) or a business-scoped user id (US.9000...)")
        @Size(max = 140)
        String to,

        UUID conversationId,
        UUID channelId,

        @NotNull
        @Pattern(regexp = TYPES, message = "a type of message that is known")
        @Schema(
                enumeration = {
                    "text",
                    "image",
                    "video",
                    "audio",
                    "document",
                    "sticker",
                    "location",
                    "contacts",
                    "interactive",
                    "reaction",
                    "template"
                })
        String type,

        @Schema(implementation = ContentSchemas.Text.class) JsonNode text,

        @Schema(implementation = ContentSchemas.CaptionedFile.class)
        JsonNode image,

        @Schema(implementation = ContentSchemas.CaptionedFile.class)
        JsonNode video,

        @Schema(implementation = ContentSchemas.Audio.class) JsonNode audio,

        @Schema(implementation = ContentSchemas.Document.class)
        JsonNode document,

        @Schema(implementation = ContentSchemas.File.class) JsonNode sticker,

        @Schema(implementation = ContentSchemas.Location.class)
        JsonNode location,

        @Schema(implementation = ContentSchemas.Contact[].class)
        JsonNode contacts,

        @Schema(implementation = InteractiveSchemas.Interactive.class)
        JsonNode interactive,

        @Schema(implementation = ContentSchemas.Reaction.class)
        JsonNode reaction,

        @Schema(implementation = TemplateSchemas.Template.class)
        JsonNode template,

        @Schema(description = "The message of the same conversation that this one answers")
        UUID replyTo,

        @Schema(description = "A note of yours that comes back with the message and its statuses")
        @Size(max = 512)
        @Pattern(regexp = "[^\\x00]*", flags = Pattern.Flag.DOTALL)
        String callbackData,

        @Schema(description = "When it should leave; at most 30 days ahead")
        Instant sendAt,

        @Schema(description = "Seconds after which it is not worth sending any more, from sendAt or from now")
        @Min(1)
        @Max(2_592_000)
        Integer ttl) {
    private static final String TYPES =
            "text|image|video|audio|document|sticker|location|contacts|interactive|reaction|template";

    public static SendMessageRequest text(String to, JsonNode text) {
        return new SendMessageRequest(
                to, null, null, "text", text, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null);
    }

    @AssertTrue(message = "give either to or conversationId")
    @JsonIgnore
    @Schema(hidden = true)
    public boolean isAddressed() {
        return (to == null) != (conversationId == null);
    }

    /** Fails with all that is wrong with the content. */
    public MessageDraft toDraft() {
        requireOneContent();
        var content = Contents.read(type, contents().get(type));
        return new MessageDraft(to, conversationId, channelId, content, reference(content), callbackData, sendAt, ttl);
    }

    private MessageReference reference(WrittenContent content) {
        return content.reaction()
                .map(reaction -> MessageReference.of(UUID.fromString(reaction.messageId()), "/reaction/messageId"))
                .orElseGet(() -> replyTo == null ? null : MessageReference.of(replyTo, "/replyTo"));
    }

    private void requireOneContent() {
        var found = new ArrayList<Violation>();
        contents().forEach((name, content) -> {
            if (name.equals(type) && content.isMissingNode()) {
                found.add(new Violation("/" + name, "not_null", "A message of type %s has %s".formatted(name, name)));
            } else if (!name.equals(type) && !content.isMissingNode()) {
                found.add(new Violation("/" + name, "unexpected", "This message is of type " + type));
            }
        });
        if (replyTo != null && "reaction".equals(type)) {
            found.add(new Violation("/replyTo", "unexpected", "A reaction names its message itself"));
        }
        if (!found.isEmpty()) {
            throw new ProblemException(
                    CommonProblems.INVALID, "%d thing(s) to correct".formatted(found.size()), List.copyOf(found));
        }
    }

    private Map<String, JsonNode> contents() {
        var all = new LinkedHashMap<String, JsonNode>();
        all.put("text", there(text));
        all.put("image", there(image));
        all.put("video", there(video));
        all.put("audio", there(audio));
        all.put("document", there(document));
        all.put("sticker", there(sticker));
        all.put("location", there(location));
        all.put("contacts", there(contacts));
        all.put("interactive", there(interactive));
        all.put("reaction", there(reaction));
        all.put("template", there(template));
        return all;
    }

    private static JsonNode there(JsonNode content) {
        return content == null || content.isNull() ? MissingNode.getInstance() : content;
    }

    public SendMessageRequest withTo(String other) {
        return new SendMessageRequest(
                other,
                conversationId,
                channelId,
                type,
                text,
                image,
                video,
                audio,
                document,
                sticker,
                location,
                contacts,
                interactive,
                reaction,
                template,
                replyTo,
                callbackData,
                sendAt,
                ttl);
    }

    @Override
    public String toString() {
        return "SendMessageRequest[%s]".formatted(type);
    }
}

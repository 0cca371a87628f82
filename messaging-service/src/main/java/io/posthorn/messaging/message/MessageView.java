package io.posthorn.messaging.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.posthorn.messaging.revision.Reaction;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A message as clients see it. {@code history} and {@code formerContents} are given where one message is asked for. What was taken
 * back shows no content any more.
 */
public record MessageView(
        UUID id,
        UUID conversationId,
        UUID channelId,
        UUID contactId,
        Direction direction,
        String type,
        Map<String, Object> content,
        String wamid,
        @JsonInclude(JsonInclude.Include.NON_NULL) MessageFile file,
        String status,
        String statusReason,
        UUID sentBy,
        Instant writtenAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) Instant sendAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) UUID replyTo,
        @JsonInclude(JsonInclude.Include.NON_NULL) String callbackData,
        Instant createdAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) Instant editedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) Instant deletedAt,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ReactionView> reactions,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<FormerContent> formerContents,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Status> history) {

    /** One report, in the words of whoever reported it. */
    public record Status(String state, Instant at, Long errorCode, String errorTitle) {}

    /** {@code by} is {@code contact} or {@code business}. */
    public record ReactionView(String by, String emoji, Instant at) {}

    /** What a message said from a moment until its next edit. */
    public record FormerContent(Instant since, Map<String, Object> content) {}

    /** On its own, without what others did to it. */
    public static MessageView of(Message message) {
        return of(message, null, List.of());
    }

    static MessageView of(Message message, UUID replyTo, List<Reaction> reactions) {
        return of(message, replyTo, reactions, null, null);
    }

    static MessageView of(
            Message message,
            UUID replyTo,
            List<Reaction> reactions,
            List<FormerContent> formerContents,
            List<Status> history) {
        var gone = message.deletedAt() != null;
        return new MessageView(
                message.id(),
                message.conversationId(),
                message.channelId(),
                message.contactId(),
                message.direction(),
                message.type(),
                gone ? Map.of() : message.content().getMap(),
                message.wamid(),
                gone ? null : message.file(),
                message.status(),
                message.statusReason(),
                message.sentBy(),
                message.writtenAt(),
                message.sendAt(),
                message.replyTo() == null ? replyTo : message.replyTo(),
                message.callbackData(),
                message.createdAt(),
                message.editedAt(),
                message.deletedAt(),
                reactions.stream()
                        .filter(reaction -> reaction.messageId().equals(message.id()))
                        .map(reaction -> view(message, reaction))
                        .toList(),
                gone ? null : formerContents,
                history);
    }

    private static ReactionView view(Message message, Reaction reaction) {
        var by = reaction.actor().equals(message.channelId()) ? "business" : "contact";
        return new ReactionView(by, reaction.emoji(), reaction.at());
    }
}

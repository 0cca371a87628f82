package io.posthorn.messaging.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A message as clients see it. {@code history} is given where one message is asked for. */
public record MessageView(
        UUID id,
        UUID conversationId,
        UUID channelId,
        UUID contactId,
        Direction direction,
        String type,
        Map<String, Object> content,
        String wamid,
        String status,
        String statusReason,
        UUID sentBy,
        Instant writtenAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) Instant sendAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) UUID replyTo,
        @JsonInclude(JsonInclude.Include.NON_NULL) String callbackData,
        Instant createdAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Status> history) {

    /** One report, in the words of whoever reported it. */
    public record Status(String state, Instant at, Long errorCode, String errorTitle) {}

    public static MessageView of(Message message) {
        return of(message, null);
    }

    static MessageView of(Message message, List<Status> history) {
        return new MessageView(
                message.id(),
                message.conversationId(),
                message.channelId(),
                message.contactId(),
                message.direction(),
                message.type(),
                message.content().getMap(),
                message.wamid(),
                message.status(),
                message.statusReason(),
                message.sentBy(),
                message.writtenAt(),
                message.sendAt(),
                message.replyTo(),
                message.callbackData(),
                message.createdAt(),
                history);
    }
}

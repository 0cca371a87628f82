package io.posthorn.messaging.notice;

import java.time.Instant;
import java.util.UUID;

/**
 * A notice as clients see it: {@code field} is Meta's name of the kind of news, {@code value} what Meta said. {@code reason} says why it
 * could not be understood, and is null where it could.
 */
public record NoticeView(UUID id, UUID channelId, String field, String reason, Object value, Instant reportedAt) {
    static NoticeView of(Notice notice) {
        return new NoticeView(
                notice.id(),
                notice.channelId(),
                notice.field(),
                notice.reason(),
                notice.body().getMap().get("value"),
                notice.reportedAt());
    }

    @Override
    public String toString() {
        return "NoticeView[%s, %s]".formatted(id, field);
    }
}

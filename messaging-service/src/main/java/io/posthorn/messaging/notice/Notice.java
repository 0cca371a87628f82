package io.posthorn.messaging.notice;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that Meta told a workspace.
 *
 * @param channelId of the number that it concerns; null where it concerns several or none
 * @param field Meta's name of the kind of news
 * @param reason why it could not be understood; null where it could
 * @param identity by which a repeated delivery is recognised
 */
public record Notice(
        UUID id, UUID channelId, String field, String reason, JsonObject body, Instant reportedAt, String identity) {
    @Override
    public String toString() {
        return "Notice[%s]".formatted(field);
    }
}

package io.posthorn.messaging.revision;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a message has come to by all that was done to it. Plain Java: the same for every order.
 *
 * @param content what the latest edit says; null when there was none
 * @param deletedAt when it was taken back first; null when it was not
 */
public record Revised(
        UUID messageId, JsonObject content, Instant editedAt, Instant deletedAt, List<Reaction> reactions) {

    public static Revised of(UUID messageId, Collection<Revision> revisions) {
        JsonObject content = null;
        Instant editedAt = null;
        Instant deletedAt = null;
        Map<UUID, Revision> reactions = new HashMap<>();
        for (var revision : revisions.stream().sorted(Revision.OLDEST_FIRST).toList()) {
            switch (revision.kind()) {
                case EDIT -> {
                    content = revision.content();
                    editedAt = revision.at();
                }
                case DELETION -> deletedAt = deletedAt == null ? revision.at() : deletedAt;
                case REACTION -> reactions.put(revision.actor(), revision);
            }
        }
        return new Revised(messageId, content, editedAt, deletedAt, standing(messageId, reactions));
    }

    private static List<Reaction> standing(UUID messageId, Map<UUID, Revision> latest) {
        return latest.values().stream()
                .filter(revision -> revision.emoji() != null)
                .sorted(Revision.OLDEST_FIRST)
                .map(revision -> new Reaction(messageId, revision.actor(), revision.emoji(), revision.at()))
                .toList();
    }

    @Override
    public String toString() {
        return "Revised[%s]".formatted(messageId);
    }
}

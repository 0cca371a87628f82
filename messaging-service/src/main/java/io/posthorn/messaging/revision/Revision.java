package io.posthorn.messaging.revision;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.UUID;

/**
 * Something done to a message after it was written.
 *
 * @param wamid Meta's id of the revision itself
 * @param target Meta's id of the message that is meant
 * @param messageId ours of that message; null while it is not known
 * @param actor the contact, or for us the channel
 * @param content of an edit what the message says now, of a reaction its {@code emoji}, which is missing when it was taken back
 */
public record Revision(
        UUID channelId,
        String wamid,
        Kind kind,
        String target,
        UUID messageId,
        UUID actor,
        JsonObject content,
        JsonObject raw,
        Instant at) {
    private static final String EMOJI = "emoji";

    /** Meta's time has seconds only; of two in one second, the id decides, so that everybody decides alike. */
    static final Comparator<Revision> OLDEST_FIRST =
            Comparator.comparing(Revision::at).thenComparing(Revision::wamid);

    public enum Kind {
        EDIT,
        DELETION,
        REACTION;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public static JsonObject emoji(String emoji) {
        return emoji == null || emoji.isEmpty() ? new JsonObject() : new JsonObject().put(EMOJI, emoji);
    }

    /** Null when the reaction was taken back. */
    String emoji() {
        return content.getString(EMOJI);
    }

    public Revision of(UUID message) {
        return new Revision(channelId, wamid, kind, target, message, actor, content, raw, at);
    }

    @Override
    public String toString() {
        return "Revision[%s, %s]".formatted(wamid, kind);
    }
}

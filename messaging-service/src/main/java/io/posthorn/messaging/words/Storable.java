package io.posthorn.messaging.words;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** What PostgreSQL can hold: it knows no NUL character, people's phones do. Everything else is kept as it came. */
public final class Storable {
    private static final Pattern ESCAPED_NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

    private Storable() {}

    public static String text(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', '\ufffd');
    }

    /** An object as it came. */
    public static JsonObject json(JsonNode node) {
        var text = node.toString();
        return new JsonObject(
                text.contains("\\u0000") ? ESCAPED_NUL.matcher(text).replaceAll("$1\\\\ufffd") : text);
    }

    /** Meta's word, but never the future: order and the 24-hour window hang on it. */
    public static Instant time(Optional<Instant> told, Instant now) {
        return told.filter(time -> time.isAfter(Instant.EPOCH) && time.isBefore(now))
                .orElse(now);
    }
}

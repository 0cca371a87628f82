package io.posthorn.cloudapi.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Tolerant reading: whatever has the wrong form counts as missing. */
final class Read {
    private static final long LAST_SECOND = Instant.MAX.getEpochSecond();

    private Read() {}

    /** An identifying text; numbers are taken as written, since Meta sends some ids as numbers. */
    static Optional<String> text(JsonNode node, String field) {
        var value = node.path(field);
        return value.isTextual() || value.isIntegralNumber()
                ? Optional.of(value.asText()).filter(text -> !text.isBlank())
                : Optional.empty();
    }

    /** A text as it is, blank or not. */
    static Optional<String> string(JsonNode node, String field) {
        return Optional.ofNullable(node.path(field).textValue());
    }

    /** Unix seconds, as text (messages) or number (management events). */
    static Optional<Instant> time(JsonNode node, String field) {
        return text(node, field).filter(Read::isSecond).map(Long::parseLong).map(Instant::ofEpochSecond);
    }

    static Stream<JsonNode> elements(JsonNode node, String field) {
        var array = node.path(field);
        return array.isArray() ? array.valueStream() : Stream.empty();
    }

    private static boolean isSecond(String text) {
        return text.matches("\\d{1,18}") && Long.parseLong(text) <= LAST_SECOND;
    }
}

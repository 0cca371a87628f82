package io.posthorn.cloudapi.part;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Tolerant reading: whatever has the wrong form counts as missing. */
public final class Read {
    private static final long LAST_SECOND = Instant.MAX.getEpochSecond();

    private Read() {}

    /** An identifying text; numbers are taken as written, since Meta sends some ids as numbers. */
    public static Optional<String> text(JsonNode node, String field) {
        var value = node.path(field);
        return value.isTextual() || value.isIntegralNumber()
                ? Optional.of(value.asText()).filter(text -> !text.isBlank())
                : Optional.empty();
    }

    /** A whole number, also where it was written as a text. */
    public static Optional<Long> number(JsonNode node, String field) {
        return text(node, field).filter(digits -> digits.matches("-?\\d{1,18}")).map(Long::parseLong);
    }

    public static Optional<Boolean> flag(JsonNode node, String field) {
        return node.path(field).isBoolean() ? Optional.of(node.path(field).booleanValue()) : Optional.empty();
    }

    /** A text as it is, blank or not. */
    public static Optional<String> string(JsonNode node, String field) {
        return Optional.ofNullable(node.path(field).textValue());
    }

    /** Unix seconds, as text (messages) or number (management events). */
    public static Optional<Instant> time(JsonNode node, String field) {
        return text(node, field).filter(Read::isSecond).map(Long::parseLong).map(Instant::ofEpochSecond);
    }

    public static Stream<JsonNode> elements(JsonNode node, String field) {
        var array = node.path(field);
        return array.isArray() ? array.valueStream() : Stream.empty();
    }

    private static boolean isSecond(String text) {
        return text.matches("\\d{1,18}") && Long.parseLong(text) <= LAST_SECOND;
    }
}

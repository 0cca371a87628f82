package io.posthorn.cloudapi.number;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Meta's ways of writing a time. */
final class Times {
    private static final DateTimeFormatter WITH_OFFSET = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssZ");

    private Times() {}

    static Optional<Instant> read(String text) {
        try {
            return Optional.of(
                    text.matches("\\d{1,12}")
                            ? Instant.ofEpochSecond(Long.parseLong(text))
                            : OffsetDateTime.parse(text, WITH_OFFSET).toInstant());
        } catch (DateTimeException unknownForm) {
            return Optional.empty();
        }
    }
}

package io.posthorn.kit.paging;

import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Where a page ended: a time (the moment zero where a list is ordered by id alone) and an id. Opaque to clients. */
public record Cursor(Instant time, UUID id) {
    private static final int BYTES = 28;

    public static Cursor of(UUID id) {
        return new Cursor(Instant.EPOCH, id);
    }

    /** Exact to the microsecond, as PostgreSQL keeps time. */
    public String encoded() {
        var bytes = ByteBuffer.allocate(BYTES)
                .putLong(time.getEpochSecond())
                .putInt(time.getNano())
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    static Cursor decoded(String text) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() != BYTES) {
                throw new IllegalArgumentException("Wrong length");
            }
            return new Cursor(
                    Instant.ofEpochSecond(bytes.getLong(), bytes.getInt()), new UUID(bytes.getLong(), bytes.getLong()));
        } catch (RuntimeException malformed) {
            throw new ProblemException(
                    CommonProblems.INVALID_CURSOR, "Take the cursor from nextCursor of the page before", malformed);
        }
    }
}

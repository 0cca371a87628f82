package io.posthorn.messaging.realtime;

import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.UUID;

/**
 * How far a client has read: a number of the outbox with a check that binds it to the workspace it was given to. The check
 * finds mistakes, it guards nothing: whatever the number, a reader sees the rows of its own workspace only.
 */
final class EventCursor {
    private static final int BYTES = 16;

    private EventCursor() {}

    static String encoded(UUID workspaceId, long sequence) {
        var bytes = ByteBuffer.allocate(BYTES).putLong(sequence).putLong(check(workspaceId, sequence));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    static long decoded(UUID workspaceId, String text) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            var sequence = bytes.getLong();
            if (bytes.remaining() == Long.BYTES && bytes.getLong() == check(workspaceId, sequence)) {
                return sequence;
            }
            throw refusal(null);
        } catch (IllegalArgumentException | BufferUnderflowException malformed) {
            throw refusal(malformed);
        }
    }

    private static ProblemException refusal(Exception malformed) {
        return new ProblemException(
                CommonProblems.INVALID_CURSOR, "Take the cursor from the id of an event of this workspace", malformed);
    }

    private static long check(UUID workspaceId, long sequence) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(3 * Long.BYTES)
                    .putLong(workspaceId.getMostSignificantBits())
                    .putLong(workspaceId.getLeastSignificantBits())
                    .putLong(sequence)
                    .flip());
            return ByteBuffer.wrap(digest.digest()).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package io.posthorn.messaging.status;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody says something about a message: Meta by webhook ({@code sent}, {@code delivered}, {@code read}, {@code played}, {@code failed}),
 * or we ourselves ({@code accepted} by Meta, {@code failed}, {@code unknown}, {@code canceled}).
 */
public record StatusReport(
        UUID messageId, UUID attemptId, String state, String recipient, Instant at, Long errorCode, String errorTitle) {

    /** What we decided before any call was made: it stands under the message's own id. */
    public static StatusReport decided(UUID messageId, String state, Instant at, String reason) {
        return ours(messageId, messageId, state, at, null, reason);
    }

    /** What our own call came to. */
    public static StatusReport ours(UUID messageId, UUID attemptId, String state, Instant at, Long code, String title) {
        return new StatusReport(messageId, attemptId, state, "", at, code, title);
    }
}

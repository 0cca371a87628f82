package io.posthorn.messaging.message;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody says something about a message: Meta by webhook ({@code sent}, {@code delivered}, {@code read}, {@code played}, {@code failed}),
 * or we ourselves ({@code accepted} by Meta, {@code failed}, {@code unknown}).
 */
public record StatusReport(
        UUID messageId, UUID attemptId, String state, String recipient, Instant at, Long errorCode, String errorTitle) {

    /** What our own call came to. */
    public static StatusReport ours(UUID messageId, UUID attemptId, String state, Instant at, Long code, String title) {
        return new StatusReport(messageId, attemptId, state, "", at, code, title);
    }
}

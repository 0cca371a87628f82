package io.posthorn.messaging.departing;

import java.time.Instant;

/** Whether a claimed message may leave. */
sealed interface Verdict {
    /**
     * @param opening whether it opens a conversation, which Meta counts for the portfolio
     */
    record Go(boolean opening, boolean marketing) implements Verdict {}

    /** Later, for this reason; null when it is only a moment that nobody need hear of. */
    record Wait(Instant until, String reason) implements Verdict {}

    record Never(String reason) implements Verdict {}
}

package io.posthorn.messaging.departing;

import io.posthorn.messaging.content.Cargo;
import io.posthorn.messaging.message.Message;
import io.posthorn.messaging.pacing.Turn;

/**
 * A claimed message that may leave when its turn comes, with Meta's ids of what it names.
 *
 * @param traceParent the trace of the request that asked for it
 */
public record Departure(Message message, Turn turn, Cargo cargo, String traceParent) {}

package io.posthorn.contracts;

import java.util.UUID;

/**
 * A fact that one service tells the others. Holds business facts only: the event's id, type, source, time, workspace, trace
 * and the aggregate's version travel as CloudEvents headers.
 */
public interface PosthornEvent {
    /** The aggregate whose order matters; it is the Kafka key, so events of one aggregate stay in order. */
    UUID key();
}

package io.posthorn.messaging.queue;

/**
 * What waits on the whole installation.
 *
 * @param ageSeconds for how long the first of the waiting could have left
 */
public record QueueDepth(long waiting, long calling, double ageSeconds) {
    public static final QueueDepth EMPTY = new QueueDepth(0, 0, 0);
}

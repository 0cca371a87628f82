package io.posthorn.messaging.feed;

/** What can be read: from the oldest number that is still kept up to the relay's position. */
public record FeedBounds(long oldest, long position) {
    /** False when events after this number may be gone, or the number was never given out (a restored database). */
    public boolean canContinueAfter(long sequence) {
        return sequence >= oldest - 1 && sequence <= position;
    }
}

package io.posthorn.simulator.review;

/** A message that was accepted, but waits for what customers think of those sent before. */
public interface HeldSend {
    /** Goes on as if nothing had been. */
    void release();

    /** Fails: its template is paused. */
    void drop();
}

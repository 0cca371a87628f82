package io.posthorn.messaging.pacing;

/** What happens to a message after a call. */
public sealed interface Next {
    record Sent() implements Next {}

    record Failed() implements Next {}

    /**
     * Once more, not before {@code at}; successors wait for it until {@code blocksUntil}.
     *
     * @param reason why people wait for it, null when it is only a moment
     */
    record Again(long at, long blocksUntil, boolean counted, String reason) implements Next {}

    /** Nothing may be done before Meta reports, or until then has passed. */
    record AwaitProof(long until) implements Next {}

    /** The number itself needs a person; nothing leaves before, and the message waits with it. */
    record ChannelStops() implements Next {}
}

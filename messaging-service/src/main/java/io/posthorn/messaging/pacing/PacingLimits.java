package io.posthorn.messaging.pacing;

/**
 * The numbers of the core, times in milliseconds.
 *
 * @param retries how often a refusal that may pass is answered with another try
 * @param headBlocks how long successors wait for a message that may not leave yet
 * @param keepWaiting turns that wait longer than this go back to where they were claimed
 */
public record PacingLimits(
        int callsPerSecond,
        long pairInterval,
        int pairBurst,
        int retries,
        long firstRetry,
        long lastRetry,
        long headBlocks,
        long unknownAfter,
        long keepWaiting) {
    /** What Meta documents, and pauses that suit it. */
    public static PacingLimits usual() {
        return new PacingLimits(80, 6_000, 45, 5, 2_000, 300_000, 60_000, 60_000, 2_000);
    }

    /** Until when successors wait for a message that could have left since {@code heldSince}, or since now when that is 0. */
    public long blocksUntil(long heldSince, long now) {
        return blocksUntil(heldSince, now, headBlocks);
    }

    public static long blocksUntil(long heldSince, long now, long headBlocks) {
        return (heldSince == 0 ? now : heldSince) + headBlocks;
    }

    public PacingLimits withCallsPerSecond(int calls) {
        return new PacingLimits(
                calls, pairInterval, pairBurst, retries, firstRetry, lastRetry, headBlocks, unknownAfter, keepWaiting);
    }
}

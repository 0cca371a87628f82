package io.posthorn.kit.outbox;

import java.time.Duration;

/**
 * How long the relay rests between two looks. While events come it looks often, because hints do not cross processes, but
 * leaves time for a batch to gather; when none come it looks less and less often. A gap is mostly a commit that is under
 * way and looked at again soon; one that stays is a long transaction, and nothing is gained by hurry.
 */
final class RelayRest {
    static final Duration TO_GATHER = Duration.ofMillis(10);
    /** Half as many looks where each would find a handful. */
    private static final Duration TO_GATHER_FEW = Duration.ofMillis(20);

    private static final int FEW = 12;
    private static final Duration AT_A_GAP = Duration.ofMillis(5);

    private final Duration longest;
    private volatile Duration rest = TO_GATHER;

    RelayRest(Duration longest) {
        this.longest = longest;
    }

    /** Something was appended, and may not be committed yet. */
    void hinted() {
        rest = TO_GATHER;
    }

    Duration after(int published, boolean more, boolean atGap) {
        rest = published > 0 ? toGather(published) : shorter(rest.multipliedBy(2), longest);
        if (more) {
            return Duration.ZERO;
        }
        return atGap ? longer(rest.dividedBy(4), AT_A_GAP) : rest;
    }

    private static Duration toGather(int published) {
        return published > FEW ? TO_GATHER : TO_GATHER_FEW;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}

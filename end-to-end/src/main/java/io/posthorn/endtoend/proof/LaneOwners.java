package io.posthorn.endtoend.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Objects;

/** Each owner of a lane has a higher epoch than the one before, and names it in its calling marks. */
public final class LaneOwners {
    public record Mark(String channel, long epoch) {}

    private LaneOwners() {}

    /** Marks in the order in which they were made; one with an epoch that had already passed is a violation. */
    public static List<Violation> violations(List<Mark> marks) {
        var newest = new HashMap<String, Long>();
        return marks.stream()
                .map(mark -> {
                    long epoch = newest.merge(mark.channel(), mark.epoch(), Math::max);
                    return epoch == mark.epoch()
                            ? null
                            : new Violation(
                                    Promise.TWO_OWNERS,
                                    "the owner of epoch %d called Meta through channel %s after one of epoch %d"
                                            .formatted(mark.epoch(), mark.channel(), epoch));
                })
                .filter(Objects::nonNull)
                .toList();
    }
}

package io.posthorn.endtoend.chaos;

import io.posthorn.endtoend.proof.Violation;
import java.util.List;
import java.util.Map;

/** What a run did and found. */
public record Result(
        long seed,
        int kills,
        int killsWithCalls,
        Map<Disaster, Integer> disasters,
        int accepted,
        int repeatedRequests,
        int written,
        int captured,
        int cutOffCalls,
        int unknown,
        long seconds,
        List<Violation> violations) {}

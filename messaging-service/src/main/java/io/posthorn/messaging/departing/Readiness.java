package io.posthorn.messaging.departing;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What of a claimed batch may leave, and which files somebody should fetch for the rest. */
public record Readiness(List<Departure> ready, Set<UUID> missingMedia) {
    static final Readiness NOTHING = new Readiness(List.of(), Set.of());
}

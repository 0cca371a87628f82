package io.posthorn.endtoend.proof;

import io.posthorn.devstack.client.SimulatedWorld.Capture;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * All that is known of one workspace in the end.
 *
 * @param sent outbound messages as they are stored
 * @param received the texts of the inbound ones
 * @param captures what arrived at Meta, in the order of its arrival
 * @param counters what the dashboard has counted from events
 */
public record Evidence(
        History history, List<Stored> sent, List<String> received, List<Capture> captures, Map<String, Long> counters) {
    public record Stored(UUID id, String status, String reason, String wamid, String body) {}
}

package io.posthorn.simulator.graph;

import io.posthorn.simulator.world.World;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many management calls each app made for each account in this hour of the world's clock. */
final class Usage {
    private static final long AN_HOUR = Duration.ofHours(1).toMillis();

    private record Count(long hour, int calls) {}

    private final World world;
    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    private Usage(World world) {
        this.world = world;
    }

    static Usage of(World world) {
        return world.part(Usage.class, () -> new Usage(world));
    }

    /** Counts one more and returns how many there are. */
    int count(String appId, String wabaId) {
        var hour = hour();
        return counts.merge(
                        appId + " " + wabaId,
                        new Count(hour, 1),
                        (before, one) -> before.hour() == hour ? new Count(hour, before.calls() + 1) : one)
                .calls();
    }

    /** As the header {@code x-business-use-case-usage} tells it: percent of the quota. */
    String header(String appId, String wabaId, int quota) {
        var count = counts.getOrDefault(appId + " " + wabaId, new Count(0, 0));
        var calls = count.hour() == hour() ? count.calls() : 0;
        return "{\"" + wabaId + "\":[{\"type\":\"whatsapp\",\"call_count\":" + Math.min(100, calls * 100L / quota)
                + ",\"total_cputime\":1,\"total_time\":1,\"estimated_time_to_regain_access\":"
                + (calls > quota ? minutesLeft() : 0) + "}]}";
    }

    private long hour() {
        return world.clock().millis() / AN_HOUR;
    }

    private long minutesLeft() {
        return (AN_HOUR - world.clock().millis() % AN_HOUR) / 60_000 + 1;
    }
}

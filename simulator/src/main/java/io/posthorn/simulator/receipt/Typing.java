package io.posthorn.simulator.receipt;

import io.posthorn.simulator.world.World;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who of a world's customers sees that an answer is being typed: until it comes, or for 25 seconds. */
public final class Typing {
    private static final long SHOWN_FOR = 25_000;
    private static final int MOST = 10_000;

    private final World world;
    private final Map<Pair, Long> until = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Pair, Long> eldest) {
            return size() > MOST;
        }
    };

    private Typing(World world) {
        this.world = world;
    }

    public static Typing of(World world) {
        return world.part(Typing.class, () -> new Typing(world));
    }

    synchronized void start(String phoneNumberId, String customer) {
        until.put(new Pair(phoneNumberId, customer), world.clock().millis() + SHOWN_FOR);
    }

    public synchronized void stop(String phoneNumberId, String customer) {
        if (!until.isEmpty()) {
            until.remove(new Pair(phoneNumberId, customer));
        }
    }

    synchronized List<TypingView> shown() {
        until.values().removeIf(end -> end <= world.clock().millis());
        return until.entrySet().stream()
                .map(each -> new TypingView(
                        world.id(),
                        each.getKey().phoneNumberId(),
                        each.getKey().customer(),
                        Instant.ofEpochMilli(each.getValue()).toString()))
                .toList();
    }

    private record Pair(String phoneNumberId, String customer) {}

    /** As the control API shows it. */
    record TypingView(String world, String phoneNumberId, String customer, String until) {}
}

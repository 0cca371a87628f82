package io.posthorn.simulator.history;

import io.posthorn.simulator.message.SentMessage;
import io.posthorn.simulator.world.World;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The ids under which histories of messages were shown; nobody can know others. The oldest are forgotten first. */
final class Histories {
    private static final int MOST = 10_000;
    private static final int DIGITS = 14;

    private final World world;
    private final Map<String, SentMessage> shown = new LinkedHashMap<>();

    private Histories(World world) {
        this.world = world;
    }

    static Histories of(World world) {
        return world.part(Histories.class, () -> new Histories(world));
    }

    synchronized String show(SentMessage message) {
        var id = "8" + world.dice().digits(DIGITS, "history", message.wamid());
        shown.put(id, message);
        if (shown.size() > MOST) {
            shown.remove(shown.keySet().iterator().next());
        }
        return id;
    }

    synchronized Optional<SentMessage> find(String id) {
        return Optional.ofNullable(shown.get(id));
    }
}

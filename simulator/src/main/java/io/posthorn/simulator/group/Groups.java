package io.posthorn.simulator.group;

import io.posthorn.simulator.control.ControlProblem;
import io.posthorn.simulator.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The groups of one world. */
public final class Groups {
    private static final int MOST = 10_000;
    private static final int FIRST_DIGIT = 9;

    private final World world;
    private final Map<String, Group> groups = new LinkedHashMap<>();

    private Groups(World world) {
        this.world = world;
    }

    public static Groups of(World world) {
        return world.part(Groups.class, () -> new Groups(world));
    }

    public synchronized Optional<Group> find(String id) {
        return Optional.ofNullable(groups.get(id));
    }

    synchronized List<Group> all() {
        return List.copyOf(groups.values());
    }

    synchronized Group open(String phoneNumberId, List<String> participants) {
        if (groups.size() >= MOST) {
            throw ControlProblem.full("The world already has %d groups".formatted(MOST));
        }
        var group = new Group(world.nextObjectId(FIRST_DIGIT), phoneNumberId, List.copyOf(participants));
        groups.put(group.id(), group);
        return group;
    }
}

package io.posthorn.simulator.profile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.directory.BusinessNumber;
import io.posthorn.simulator.world.World;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The business profiles of one world, by number; a value is replaced as a whole. */
final class Profile {
    private final Map<String, ObjectNode> profiles = new ConcurrentHashMap<>();

    private Profile() {}

    static Profile of(World world) {
        return world.part(Profile.class, Profile::new);
    }

    ObjectNode read(BusinessNumber number) {
        return profiles.getOrDefault(number.id(), Json.object()).deepCopy();
    }

    void change(BusinessNumber number, ObjectNode patch) {
        profiles.compute(number.id(), (id, now) -> {
            var next = now == null ? Json.object() : now.deepCopy();
            next.setAll(patch);
            return next;
        });
    }
}

package io.posthorn.simulator.limit;

import io.posthorn.simulator.world.World;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** To whom the test numbers of a world may write. */
final class AllowLists {
    private final Map<String, List<String>> lists = new ConcurrentHashMap<>();

    private AllowLists() {}

    static AllowLists of(World world) {
        return world.part(AllowLists.class, AllowLists::new);
    }

    List<String> all(String phoneNumberId) {
        return lists.getOrDefault(phoneNumberId, List.of());
    }

    void set(String phoneNumberId, List<String> customers) {
        lists.put(phoneNumberId, List.copyOf(customers));
    }
}

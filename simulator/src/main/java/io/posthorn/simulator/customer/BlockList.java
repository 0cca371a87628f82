package io.posthorn.simulator.customer;

import io.posthorn.simulator.world.World;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The customers that a number does not want to hear from: neither writes to the other. */
public final class BlockList {
    private static final int MOST = 64_000;

    private final Map<String, Set<String>> blocked = new ConcurrentHashMap<>();

    BlockList() {}

    public static BlockList of(World world) {
        return world.part(BlockList.class, BlockList::new);
    }

    public synchronized boolean isBlocked(String phoneNumberId, String customer) {
        return blocked.getOrDefault(phoneNumberId, Set.of()).contains(customer);
    }

    public synchronized List<String> all(String phoneNumberId) {
        return new ArrayList<>(blocked.getOrDefault(phoneNumberId, Set.of()));
    }

    /** False when the list is full. */
    public synchronized boolean add(String phoneNumberId, String customer) {
        var list = blocked.computeIfAbsent(phoneNumberId, ignored -> new LinkedHashSet<>());
        return list.contains(customer) || list.size() < MOST && list.add(customer);
    }

    /** False when the customer was not on it. */
    public synchronized boolean remove(String phoneNumberId, String customer) {
        var list = blocked.get(phoneNumberId);
        return list != null && list.remove(customer);
    }
}

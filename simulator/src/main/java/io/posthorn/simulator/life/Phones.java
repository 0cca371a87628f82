package io.posthorn.simulator.life;

import io.posthorn.simulator.message.SentMessage;
import io.posthorn.simulator.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The phones of a world that are switched off, and what waits for them. What is too old when its phone comes back is dropped
 * without a word.
 */
final class Phones {
    private static final int MOST = 10_000;
    private static final int MOST_WAITING = 50_000;
    private static final Duration LONGEST_LIFE = Duration.ofDays(30);
    private static final Duration LIFE_OF_CODES = Duration.ofMinutes(10);

    private final World world;
    private final Map<String, List<Waiting>> off = new HashMap<>();
    private int waiting;

    private Phones(World world) {
        this.world = world;
    }

    static Phones of(World world) {
        return world.part(Phones.class, () -> new Phones(world));
    }

    synchronized boolean isOff(String customer) {
        return !off.isEmpty() && off.containsKey(customer);
    }

    /** False when too many are off already. */
    synchronized boolean switchOff(String customer) {
        if (off.size() < MOST) {
            off.putIfAbsent(customer, new ArrayList<>());
        }
        return off.containsKey(customer);
    }

    void switchOn(String customer) {
        turnedOn(customer).stream()
                .filter(each -> each.until() > world.clock().millis())
                .forEach(each -> world.timeline().soon(each.work()));
    }

    synchronized Map<String, Integer> all() {
        var counts = new LinkedHashMap<String, Integer>();
        off.forEach((customer, messages) -> counts.put(customer, messages.size()));
        return counts;
    }

    /** Beyond the simulator's own bound nothing waits. */
    synchronized void await(SentMessage message, String customer, Runnable work) {
        var messages = off.get(customer);
        if (messages != null && waiting < MOST_WAITING) {
            messages.add(new Waiting(message.at().plus(life(message)).toEpochMilli(), work));
            waiting++;
        }
    }

    private synchronized List<Waiting> turnedOn(String customer) {
        var messages = off.remove(customer);
        if (messages == null) {
            return List.of();
        }
        waiting -= messages.size();
        return messages;
    }

    private static Duration life(SentMessage message) {
        return message.composition()
                .template()
                .map(each -> each.template().draft())
                .flatMap(draft -> draft.secondsToLive())
                .map(seconds -> seconds < 0 ? LONGEST_LIFE : Duration.ofSeconds(seconds))
                .orElseGet(
                        () -> message.composition().category().equals("authentication") ? LIFE_OF_CODES : LONGEST_LIFE);
    }

    private record Waiting(long until, Runnable work) {}
}

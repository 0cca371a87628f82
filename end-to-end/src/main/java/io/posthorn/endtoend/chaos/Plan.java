package io.posthorn.endtoend.chaos;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/** What is to happen, and in which order; what is not possible at its time lets others by. */
public final class Plan {
    private static final int MESSAGING_PERCENT = 35;
    private static final List<Disaster> OTHER_KILLS = List.of(
            Disaster.DATABASE_BACKEND_KILLED, Disaster.KAFKA_KILLED, Disaster.REDIS_KILLED, Disaster.ADMIN_KILLED);
    private static final List<Disaster> BETWEEN = List.of(
            Disaster.META_RESETS,
            Disaster.ANSWERS_LOST,
            Disaster.COMMITS_LATE,
            Disaster.META_STALLS,
            Disaster.MESSAGING_FROZEN);
    private static final int KILLS_PER_DISTURBANCE = 3;
    /** Not further, or what recovers slowly would all come at the end. */
    private static final int LOOKS_AHEAD = 4;

    private static final int LETS_BY = 3;
    private static final int MOST_MISSES = 5;

    private final LinkedList<Disaster> coming;
    private final Map<Disaster, Integer> misses = new EnumMap<>(Disaster.class);

    private Plan(List<Disaster> disasters) {
        this.coming = new LinkedList<>(disasters);
    }

    /** So many kills in an order that the seed decides, more than a third of them processes of messaging-service; and what disturbs. */
    public static Plan of(int kills, long seed) {
        var random = new Random(seed);
        var disasters = new ArrayList<Disaster>();
        int messaging = Math.ceilDiv(kills * MESSAGING_PERCENT, 100);
        disasters.addAll(Collections.nCopies(messaging, Disaster.MESSAGING_KILLED));
        disasters.addAll(inTurn(OTHER_KILLS, kills - messaging, random));
        disasters.addAll(inTurn(BETWEEN, kills / KILLS_PER_DISTURBANCE, random));
        Collections.shuffle(disasters, random);
        return new Plan(disasters);
    }

    public static Plan of(List<Disaster> disasters) {
        return new Plan(disasters);
    }

    int kills() {
        return (int) coming.stream().filter(Disaster::isKill).count();
    }

    boolean isDone() {
        return coming.isEmpty();
    }

    /** The next that is possible now; it is no longer planned. */
    Optional<Disaster> next(Predicate<Disaster> possible) {
        var next = coming.stream().limit(LOOKS_AHEAD).filter(possible).findFirst();
        next.ifPresent(coming::remove);
        return next;
    }

    /** It hit nothing: once more, later. What only disturbs is given up in the end, kills never are. */
    void putOff(Disaster disaster) {
        if (disaster.isKill() || misses.merge(disaster, 1, Integer::sum) <= MOST_MISSES) {
            coming.add(Math.min(LETS_BY, coming.size()), disaster);
        }
    }

    @Override
    public String toString() {
        return coming.toString();
    }

    private static List<Disaster> inTurn(List<Disaster> kinds, int count, Random random) {
        int first = random.nextInt(kinds.size());
        var chosen = new ArrayList<Disaster>();
        for (int number = 0; number < count; number++) {
            chosen.add(kinds.get((first + number) % kinds.size()));
        }
        return chosen;
    }
}

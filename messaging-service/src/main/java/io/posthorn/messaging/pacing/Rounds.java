package io.posthorn.messaging.pacing;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Shares the calls that a process can have under way among its lanes: deficit round robin, so each gets the same when all want
 * more, and what the others leave when they do not. A lane may never hold more than what is still free: however long a queue
 * is and however slowly Meta answers it, the next lane finds room at once.
 */
public final class Rounds<L> {
    private final int slots;
    private final int quantum;
    private final Deque<L> order = new ArrayDeque<>();
    private final Map<L, Integer> deficits = new HashMap<>();

    public Rounds(int slots, int quantum) {
        this.slots = slots;
        this.quantum = quantum;
    }

    /** These take part from now on, and no others. */
    public void among(Collection<L> lanes) {
        var present = Set.copyOf(lanes);
        order.removeIf(lane -> !present.contains(lane));
        deficits.keySet().retainAll(present);
        for (var lane : lanes) {
            if (deficits.putIfAbsent(lane, 0) == null) {
                order.add(lane);
            }
        }
    }

    /** How many calls each lane may begin now. */
    public Map<L, Integer> share(ToIntFunction<L> demand, ToIntFunction<L> underWay) {
        var free = slots;
        for (var lane : order) {
            free -= underWay.applyAsInt(lane);
        }
        var wanted = new HashMap<L, Integer>();
        for (var lane : order) {
            var some = demand.applyAsInt(lane);
            if (some > 0) {
                wanted.put(lane, some);
            } else {
                deficits.put(lane, 0);
            }
        }
        return hand(wanted, underWay, free);
    }

    private Map<L, Integer> hand(Map<L, Integer> wanted, ToIntFunction<L> underWay, int unused) {
        var free = unused;
        var granted = new LinkedHashMap<L, Integer>();
        var idle = 0;
        while (free > 0 && !wanted.isEmpty() && idle < order.size()) {
            var lane = order.poll();
            var want = wanted.getOrDefault(lane, 0);
            var held = underWay.applyAsInt(lane) + granted.getOrDefault(lane, 0);
            // With one of its own the lane holds no more than what then stays free for the others.
            var room = Math.max(held == 0 ? 1 : 0, (free - held + 1) / 2);
            var deficit = deficits.get(lane) + (want > 0 && room > 0 ? quantum : 0);
            var given = Math.min(Math.min(want, deficit), Math.min(room, free));
            if (given > 0) {
                granted.merge(lane, given, Integer::sum);
                free -= given;
                idle = 0;
            } else {
                idle++;
            }
            if (want - given <= 0) {
                wanted.remove(lane);
                deficits.put(lane, 0);
            } else {
                wanted.put(lane, want - given);
                deficits.put(lane, Math.min(deficit - given, quantum));
            }
            order.add(lane);
        }
        return granted;
    }
}

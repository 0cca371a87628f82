package io.posthorn.endtoend.chaos;

import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Replica;
import io.posthorn.devstack.stack.Stack;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes disasters happen at random moments of a seeded plan. A kill counts when it hit work: calls to Meta under way, for
 * messaging-service; and it is known how many calls were left without a result, for as many messages may end {@code unknown}.
 */
final class Disasters {
    private static final int LONGEST_CALM_MILLIS = 2_500;
    /** Longer than any call that is delayed here, so what has no result by then was cut off. */
    private static final int CALLS_END_WITHIN_MILLIS = 1_500;

    private static final int TRIES_FOR_WORK = 100;

    private final Stack stack;
    private final Replica second;
    private final Database database;
    private final List<Workspace> workspaces;
    private final Random random;
    private final Map<Disaster, Integer> happened = new EnumMap<>(Disaster.class);
    private int killsWithCalls;
    private int cutOffCalls;
    private boolean firstIsNext;

    Disasters(Stack stack, Replica second, Database database, List<Workspace> workspaces, long seed) {
        this.stack = stack;
        this.second = second;
        this.database = database;
        this.workspaces = workspaces;
        this.random = new Random(seed);
    }

    /** What happened next; null when it did not hit anything and does not count. */
    Disaster next(Recoveries after) throws Exception {
        Thread.sleep(random.nextInt(LONGEST_CALM_MILLIS));
        var disaster = Disaster.pick(random);
        boolean counts =
                switch (disaster) {
                    case MESSAGING_KILLED -> killMessaging(after);
                    case DATABASE_BACKEND_KILLED -> killBackend();
                    case KAFKA_KILLED -> kill(Part.KAFKA, after);
                    case REDIS_KILLED -> kill(Part.REDIS, after);
                    case META_RESETS -> disturb("reset-after", 3);
                    case META_STALLS -> disturb("timeout-after", 2);
                };
        if (!counts) {
            return null;
        }
        happened.merge(disaster, 1, Integer::sum);
        return disaster;
    }

    Map<Disaster, Integer> happened() {
        return happened;
    }

    int killsWithCalls() {
        return killsWithCalls;
    }

    /** At most so many messages may end as unknown. */
    int cutOffCalls() {
        return cutOffCalls;
    }

    /** Brings back what was ended, each thing on a thread of its own. */
    interface Recoveries {
        void begin(String what, Runnable recovery);

        /** Waits until this is back. */
        void await(String what) throws Exception;
    }

    private boolean killMessaging(Recoveries after) throws Exception {
        var name = firstIsNext ? "messaging-service" : "messaging-service-2";
        boolean first = firstIsNext;
        firstIsNext = !firstIsNext;
        after.await(name);
        slowCalls();
        if (!awaitCalls()) {
            return false;
        }
        if (first) {
            stack.kill(Part.MESSAGING);
        } else {
            second.kill();
        }
        int cutOff = cutOff();
        after.begin(name, first ? () -> stack.restart(Part.MESSAGING) : second::start);
        killsWithCalls += cutOff > 0 ? 1 : 0;
        cutOffCalls += cutOff;
        return true;
    }

    private boolean kill(Part part, Recoveries after) throws Exception {
        after.await(part.label());
        stack.kill(part);
        after.begin(part.label(), () -> stack.restart(part));
        return true;
    }

    /** PostgreSQL takes this for a crash: it ends all connections and recovers. */
    private boolean killBackend() throws Exception {
        slowCalls();
        awaitCalls();
        var backend = database.aBackend(random.nextInt());
        if (backend.isEmpty()) {
            return false;
        }
        ProcessHandle.of(backend.getAsLong()).ifPresent(ProcessHandle::destroyForcibly);
        cutOffCalls += cutOff();
        return true;
    }

    /** Meta takes so many messages of a workspace and the answers never come. */
    private boolean disturb(String kind, int count) {
        var world = workspaces.get(random.nextInt(workspaces.size())).world();
        world.fault(Map.of("kind", kind, "count", count));
        cutOffCalls += count;
        return true;
    }

    /** Calls last long enough to be hit. */
    private void slowCalls() {
        workspaces.forEach(workspace ->
                workspace.world().fault(Map.of("kind", "delay", "count", 4, "delayMillis", 300 + random.nextInt(500))));
    }

    private boolean awaitCalls() throws Exception {
        for (int tries = 0; tries < TRIES_FOR_WORK; tries++) {
            if (!callsNow().isEmpty()) {
                return true;
            }
            Thread.sleep(20);
        }
        return false;
    }

    private int cutOff() throws Exception {
        var marked = callsNow();
        Thread.sleep(CALLS_END_WITHIN_MILLIS);
        var still = callsNow();
        return (int) marked.stream().filter(still::contains).count();
    }

    private List<String> callsNow() throws Exception {
        for (int tries = 0; ; tries++) {
            try {
                return database.callsWithoutResult();
            } catch (SQLException recovering) {
                if (tries > TRIES_FOR_WORK) {
                    throw recovering;
                }
                Thread.sleep(100);
            }
        }
    }
}

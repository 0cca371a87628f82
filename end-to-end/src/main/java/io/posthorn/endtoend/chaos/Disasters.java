package io.posthorn.endtoend.chaos;

import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Stack;
import io.posthorn.endtoend.chaos.WorkUnderWay.Call;
import io.posthorn.endtoend.proof.Database;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Makes disasters happen. A kill counts when it hit work, and it is known which calls to Meta were left without a result: only their
 * messages may end {@code unknown}.
 */
final class Disasters {
    private static final Duration WORK_COMES_WITHIN = Duration.ofSeconds(10);
    private static final String KEYS = "messaging.idempotency";
    private static final String FREEZE = "freeze";
    private static final int SHORTEST_LOCK_MILLIS = 1_000;
    private static final int LOST_ANSWERS = 5;
    private static final int LONGEST_CALL_MILLIS = 800;

    private final Stack stack;
    private final Replicas replicas;
    private final WorkUnderWay work;
    private final List<Workspace> workspaces;
    private final Load load;
    private final Balancer balancer;
    private final Random random;
    private final Recovery recovery = new Recovery();
    private final Map<Disaster, Integer> happened = new EnumMap<>(Disaster.class);
    private final Set<UUID> hitCalls = ConcurrentHashMap.newKeySet();
    private int disturbedCalls;
    private int killsWithCalls;

    Disasters(
            Stack stack,
            Replicas replicas,
            Database database,
            List<Workspace> workspaces,
            Load load,
            Balancer balancer,
            Random random) {
        this.stack = stack;
        this.replicas = replicas;
        this.work = new WorkUnderWay(database);
        this.workspaces = workspaces;
        this.load = load;
        this.balancer = balancer;
        this.random = random;
    }

    /** What it needs has recovered from earlier disasters. */
    boolean isPossible(Disaster disaster) {
        return switch (disaster) {
            case MESSAGING_KILLED, MESSAGING_FROZEN ->
                recovery.isBack(FREEZE) && replicas.all().stream().allMatch(process -> recovery.isBack(process.name()));
            case KAFKA_KILLED -> recovery.isBack(Part.KAFKA.label());
            case REDIS_KILLED -> recovery.isBack(Part.REDIS.label());
            case ADMIN_KILLED -> recovery.isBack(Part.ADMIN.label());
            case COMMITS_LATE -> recovery.isBack(FREEZE);
            case DATABASE_BACKEND_KILLED, META_RESETS, META_STALLS, ANSWERS_LOST -> true;
        };
    }

    /** False when it found nothing to hit, and did not happen. */
    boolean strike(Disaster disaster) throws Exception {
        boolean hit =
                switch (disaster) {
                    case MESSAGING_KILLED -> killMessaging();
                    case DATABASE_BACKEND_KILLED -> killBackend();
                    case KAFKA_KILLED -> kill(Part.KAFKA, work::areEventsWaiting);
                    case REDIS_KILLED -> kill(Part.REDIS, load::isAnybodyWaiting);
                    case ADMIN_KILLED -> kill(Part.ADMIN, work::hasAdminJustTakenEvents);
                    case META_RESETS -> disturb(random.nextBoolean() ? "reset-after" : "reset-before", 3);
                    case META_STALLS -> disturb(random.nextBoolean() ? "timeout-after" : "timeout-before", 2);
                    case ANSWERS_LOST -> loseAnswers();
                    case COMMITS_LATE -> MaintenanceLock.hold(stack, KEYS, this::whileOthersCommit);
                    case MESSAGING_FROZEN -> freezeMessaging();
                };
        if (hit) {
            happened.merge(disaster, 1, Integer::sum);
        }
        return hit;
    }

    void awaitRecovery() {
        recovery.awaitAll();
    }

    Map<Disaster, Integer> happened() {
        return happened;
    }

    int killsWithCalls() {
        return killsWithCalls;
    }

    /** At most so many messages may end as unknown. */
    int cutOffCalls() {
        return hitCalls.size() + disturbedCalls;
    }

    private boolean killMessaging() throws Exception {
        slowCalls();
        var victim = awaitSome(this::callers);
        if (victim.isEmpty()) {
            return false;
        }
        var process = victim.get();
        Predicate<Call> ofVictim = call -> call.holder() != null
                && replicas.of(call.holder()).filter(process::equals).isPresent();
        var before = idsOf(patiently(work::calls), ofVictim);
        process.kill().run();
        hitCalls.addAll(before);
        // One more may have been marked in between.
        hitCalls.addAll(idsOf(patiently(work::calls), call -> true));
        killsWithCalls += before.isEmpty() ? 0 : 1;
        recovery.begin(process.name(), () -> replicas.start(process));
        return !before.isEmpty();
    }

    /** A process with calls under way. */
    private Optional<Replicas.Process> callers() throws Exception {
        return work.calls().stream()
                .filter(call -> call.holder() != null)
                .flatMap(call -> replicas.of(call.holder()).stream())
                .findAny();
    }

    private boolean kill(Part part, Patience.Check hasWork) throws Exception {
        if (!Patience.catches(WORK_COMES_WITHIN, hasWork)) {
            return false;
        }
        stack.kill(part);
        recovery.begin(part.label(), () -> stack.restart(part));
        return true;
    }

    private boolean killBackend() throws Exception {
        slowCalls();
        var backend = awaitSome(() -> {
            var busy = work.busyBackend();
            return busy.isPresent() ? ProcessHandle.of(busy.getAsLong()) : Optional.<ProcessHandle>empty();
        });
        if (backend.isEmpty()) {
            return false;
        }
        hitCalls.addAll(idsOf(patiently(work::calls), call -> true));
        backend.get().destroyForcibly();
        hitCalls.addAll(idsOf(patiently(work::calls), call -> true));
        return true;
    }

    /** So many calls of a workspace. */
    private boolean disturb(String kind, int count) {
        var world = workspaces.get(random.nextInt(workspaces.size())).world();
        world.fault(Map.of("kind", kind, "count", count));
        disturbedCalls += count;
        return true;
    }

    private boolean loseAnswers() throws Exception {
        balancer.loseAnswers(LOST_ANSWERS);
        load.hurry();
        return Patience.catches(WORK_COMES_WITHIN, balancer::hasLostThem);
    }

    private boolean freezeMessaging() throws Exception {
        load.hurry();
        int backlog = workspaces.getFirst().customers().size() / 2;
        var found = awaitSome(() ->
                work.backlog(backlog).stream().findFirst().flatMap(lane -> Freeze.begin(stack, work, lane, replicas)));
        if (found.isEmpty()) {
            return false;
        }
        var freeze = found.get();
        freeze.stop();
        hitCalls.addAll(idsOf(patiently(work::calls), call -> true));
        recovery.begin(FREEZE, () -> {
            freeze.await();
            hitCalls.addAll(idsOf(patiently(work::calls), call -> true));
        });
        return true;
    }

    /** Requests have written their events, and so drawn their numbers, when they come to the keys. */
    private void whileOthersCommit() throws InterruptedException {
        Thread.sleep(SHORTEST_LOCK_MILLIS + random.nextInt(SHORTEST_LOCK_MILLIS));
    }

    /** Calls last long enough to be hit. */
    private void slowCalls() {
        workspaces.forEach(workspace -> workspace
                .world()
                .fault(Map.of(
                        "kind", "delay", "count", 4, "delayMillis", 300 + random.nextInt(LONGEST_CALL_MILLIS - 300))));
    }

    private static Set<UUID> idsOf(List<Call> calls, Predicate<Call> wanted) {
        var ids = new HashSet<UUID>();
        calls.stream().filter(wanted).map(Call::attempt).forEach(ids::add);
        return ids;
    }

    private interface Look<T> {
        T now() throws Exception;
    }

    private static <T> Optional<T> awaitSome(Look<Optional<T>> look) throws Exception {
        var found = new Object() {
            private Optional<T> value = Optional.empty();
        };
        Patience.catches(WORK_COMES_WITHIN, () -> {
            found.value = look.now();
            return found.value.isPresent();
        });
        return found.value;
    }

    /** The database may be recovering. */
    private static <T> T patiently(Look<T> look) throws Exception {
        return awaitSome(() -> Optional.of(look.now()))
                .orElseThrow(() -> new IllegalStateException("The database does not come back"));
    }
}

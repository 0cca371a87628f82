package io.posthorn.messaging.pacing;

import io.posthorn.messaging.pacing.SimulatedTask.State;
import io.posthorn.messaging.pacing.SimulatedWorld.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One seeded run of the real core from the first message to the last: its database, its clock and Meta are simulated, with late
 * timers, lost answers, refusals and changes of hands. Nothing but the seed decides.
 */
final class SimulatedSchedule {
    private static final long START = 1_000_000;
    private static final int QUANTUM = 4;

    record Verdict(long seed, String violation, int departures, double allowance, double used) {}

    private record Event(long at, long order, Runnable effect) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            return at != other.at ? Long.compare(at, other.at) : Long.compare(order, other.order);
        }
    }

    private final long seed;
    private final SplittableRandom random;
    private final SimulatedWorld world;
    private final List<SimulatedLane> lanes = new ArrayList<>();
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final List<Long> leftAt = new ArrayList<>();
    private final Map<String, Long> reached = new HashMap<>();
    private final Map<SimulatedLane, Integer> overtaken = new HashMap<>();
    private Rounds<SimulatedLane> rounds;
    private long now = START;
    private long awayUntil;
    private long nextLook = Long.MAX_VALUE;
    private long ordered;
    private int steps;
    private String violation;

    SimulatedSchedule(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(new SplittableRandom(seed).nextLong());
        this.world = SimulatedWorld.of(random);
    }

    Verdict run() {
        prepare();
        look(now);
        while (violation == null && !events.isEmpty()) {
            if (++steps > 200_000) {
                violation = "does not come to an end";
            }
            var event = events.poll();
            now = Math.max(now, event.at());
            event.effect().run();
        }
        lanes.forEach(this::judgeEnd);
        var departures =
                lanes.stream().mapToInt(lane -> lane.judge.departures()).sum();
        return new Verdict(seed, violation, departures, allowance(), used());
    }

    /** What could have left while there was something to send: in whole seconds, or of one person's share until the last. */
    private double allowance() {
        return switch (world.kind()) {
            case MIXED -> 0;
            case BACKLOG -> seconds() * world.perSecond();
            case ONE_PERSON -> 45 + (leftAt.getLast() - START) / 6_000;
        };
    }

    private double used() {
        return switch (world.kind()) {
            case MIXED -> 0;
            case BACKLOG ->
                leftAt.stream().filter(time -> time < START + seconds() * 1_000).count();
            case ONE_PERSON -> leftAt.size();
        };
    }

    private long seconds() {
        return (leftAt.getLast() - START) / 1_000;
    }

    private void prepare() {
        rounds = new Rounds<>(world.slots(), QUANTUM);
        for (var number = 0; number < world.lanes(); number++) {
            var lane = new SimulatedLane("lane" + number, PacingLimits.usual().withCallsPerSecond(world.perSecond()));
            lane.open(random.split(), now);
            lanes.add(lane);
            // The first has everything at once, as a campaign has; the others have a part of it.
            fill(lane, number == 0 ? world.messages() : 1 + random.nextInt(world.messages()));
            plan(lane);
        }
        rounds.among(lanes);
        if (world.awayForAWhile()) {
            awayUntil = START + random.nextLong(20_000);
        }
    }

    private void fill(SimulatedLane lane, int messages) {
        var arrival = START;
        for (var number = 0; number < messages; number++) {
            arrival += world.arriveWithin() == 0 ? 0 : random.nextLong(2 * world.arriveWithin() / messages + 1);
            var expiring = random.nextDouble() < world.expiring();
            var task = new SimulatedTask(
                    new UUID(seed, ordered++),
                    "p" + (world.kind() == Kind.BACKLOG ? number : random.nextInt(world.recipients())),
                    random.nextInt(world.priorities()),
                    number,
                    world.portfolioLimit() != PortfolioReach.UNLIMITED && random.nextBoolean(),
                    random.nextInt(4) == 0,
                    arrival,
                    expiring ? arrival + random.nextLong(1, 3_000) : Turn.NEVER);
            lane.add(task);
            if (arrival > START) {
                at(arrival, () -> {
                    lane.lookAgain = true;
                    look(now);
                });
            }
        }
    }

    private void plan(SimulatedLane lane) {
        if (world.upgradeTo() != world.perSecond()) {
            at(START + random.nextLong(3_000), () -> {
                lane.limits = lane.limits.withCallsPerSecond(world.upgradeTo());
                lane.queue.changeRate(world.upgradeTo());
                lane.judge.newRate(world.upgradeTo());
                look(now);
            });
        }
        for (var time = 0; time < (int) (world.inbound() * world.perSecond()); time++) {
            at(START + random.nextLong(2_000), () -> {
                lane.queue.heard(1, now);
                lane.heard.add(now);
                lane.judge.heard(now);
            });
        }
        if (world.changesHands()) {
            at(START + random.nextLong(5_000), () -> changeHands(lane, random.nextBoolean()));
        }
    }

    /** Killed: nobody hears what its calls came to. Fenced: its results are still recorded, but its queue is gone. */
    private void changeHands(SimulatedLane lane, boolean killed) {
        lane.open(random.split(), now);
        if (killed) {
            lane.tasks.stream().filter(task -> task.state == State.CALLING).forEach(task -> {
                task.call.unheard = true;
                if (task.proofAt == Turn.NEVER) {
                    task.proofAt = now + lane.limits.unknownAfter();
                    awaitProof(lane, task);
                }
            });
        }
        look(now);
    }

    private void at(long time, Runnable effect) {
        events.add(new Event(time, ordered++, effect));
    }

    /** The dispatcher looks again, a little late as timers are. */
    private void look(long time) {
        var at = time + (world.late() == 0 ? 0 : random.nextInt(world.late() + 1));
        if (at < nextLook) {
            nextLook = at;
            at(at, () -> {
                if (nextLook == at) {
                    nextLook = Long.MAX_VALUE;
                    dispatch();
                }
            });
        }
    }

    private void dispatch() {
        for (var lane : lanes) {
            lane.giveBack(now);
            lane.claim(now);
        }
        var demands = new HashMap<SimulatedLane, Integer>();
        lanes.forEach(lane -> demands.put(lane, lane.queue.demand(now)));
        var shares = rounds.share(demands::get, lane -> lane.underWay);
        judgeFairness(demands, shares);
        shares.forEach((lane, share) -> lane.queue.depart(share, now).forEach(turn -> leave(lane, turn)));
        var next = Turn.NEVER;
        for (var lane : lanes) {
            lane.giveBack(now);
            next = Math.min(next, Math.min(lane.queue.nextAt(now), lane.claimsAt()));
        }
        if (next != Turn.NEVER) {
            look(Math.max(next, now + 1));
        }
    }

    /** While a lane with something to send is passed over, the others together get at most a round more. */
    private void judgeFairness(Map<SimulatedLane, Integer> demands, Map<SimulatedLane, Integer> shares) {
        for (var lane : lanes) {
            if (demands.get(lane) == 0 || shares.containsKey(lane) || lane.underWay > 0) {
                overtaken.put(lane, 0);
                continue;
            }
            if (world.slots() >= 16) {
                violation = lane.name + " found no room at %d ms".formatted(now);
            }
            var others = shares.values().stream().mapToInt(Integer::intValue).sum();
            if (overtaken.merge(lane, others, Integer::sum) > QUANTUM * lanes.size()) {
                violation = lane.name + " was passed over at %d ms".formatted(now);
            }
        }
    }

    private void leave(SimulatedLane lane, Turn turn) {
        var task = lane.byId.get(turn.messageId());
        if (turn.opening() && !admit(turn.recipient())) {
            lane.queue.outOfReach(turn, now, oldestReached() + PortfolioReach.DAY + 1);
            return;
        }
        lane.judge.leaves(task, lane.byRecipient.get(task.recipient), now);
        task.state = State.CALLING;
        task.calls++;
        lane.underWay++;
        lane.attempts.add(new SimulatedLane.Attempt(task.recipient, now));
        violation = violation == null ? lane.judge.violation() : violation;
        leftAt.add(now);
        var call = new SimulatedCall(outcome(task));
        var owner = lane.generation;
        task.call = call;
        task.mayHaveArrived += call.mayHaveArrived() ? 1 : 0;
        at(now + random.nextLong(1, world.latency() + 1), () -> answered(lane, task, turn, call, owner));
    }

    private CallOutcome outcome(SimulatedTask task) {
        if (now < awayUntil) {
            return random.nextInt(4) == 0 ? new CallOutcome.NoAnswer() : new CallOutcome.Unreachable();
        }
        return world.answer(random, task.marketing);
    }

    private void answered(SimulatedLane lane, SimulatedTask task, Turn turn, SimulatedCall call, int owner) {
        if (call.unheard) {
            return;
        }
        var outcome = call.outcome;
        var ours = owner == lane.generation;
        if (!ours && outcome instanceof CallOutcome.Refused refused && refused.code() == 131049) {
            lane.queue.pauseMarketing(task.recipient, now + PortfolioReach.DAY);
        }
        var next = ours ? lane.queue.settle(turn, outcome, now) : lateResult(lane, turn, outcome);
        if (ours) {
            lane.underWay--;
            lane.judge.answered(outcome, now);
        }
        lane.apply(task, next, now);
        if (outcome instanceof CallOutcome.Refused refused && refused.code() == 131049) {
            lane.marketingPauses.put(task.recipient, now + PortfolioReach.DAY);
            lane.judge.noMarketing(task.recipient, now + PortfolioReach.DAY);
        }
        if (next instanceof Next.AwaitProof) {
            awaitProof(lane, task);
        }
        look(now);
    }

    /** The result of a fenced owner: a fact, judged by the same rules in its own memory. */
    private Next lateResult(SimulatedLane lane, Turn turn, CallOutcome outcome) {
        return new LaneQueue(lane.limits, random.split(), now).settle(turn, outcome, now);
    }

    private void awaitProof(SimulatedLane lane, SimulatedTask task) {
        var proven = task.call.mayHaveArrived() && random.nextBoolean();
        var time = proven ? now + random.nextLong(lane.limits.unknownAfter()) : task.proofAt;
        at(time, () -> {
            task.proofAt = Turn.NEVER;
            var again = !proven && world.unknown().resends(task.calls, lane.limits);
            if (again) {
                task.mayHaveArrived = 0; // the workspace has chosen the risk
                task.due = now;
            }
            task.state = proven ? State.SENT : again ? State.QUEUED : State.UNKNOWN;
            lane.lookAgain = true;
            look(now);
        });
    }

    private boolean admit(String recipient) {
        reached.values().removeIf(time -> time <= now - PortfolioReach.DAY);
        var known = reached.keySet().stream().filter(recipient::equals).collect(Collectors.toSet());
        var admitted = PortfolioReach.admitted(world.portfolioLimit(), reached.size(), known, List.of(recipient));
        admitted.forEach(person -> reached.put(person, now));
        if (reached.size() > world.portfolioLimit()) {
            violation = "portfolio limit at %d ms".formatted(now);
        } else if (admitted.isEmpty() && reached.size() < world.portfolioLimit()) {
            violation = "a place of the portfolio left empty at %d ms".formatted(now);
        }
        return !admitted.isEmpty();
    }

    private long oldestReached() {
        return reached.values().stream().mapToLong(Long::longValue).min().orElse(now);
    }

    private void judgeEnd(SimulatedLane lane) {
        if (violation == null && !lane.stopped) {
            lane.tasks.stream().filter(task -> !task.isOver()).findFirst().ifPresent(task -> {
                violation = "message %d of %s never left (%s)".formatted(task.sequence, lane.name, task.state);
            });
        }
    }

    @Override
    public String toString() {
        return new LinkedHashMap<>(Map.of("seed", seed, "world", world)).toString();
    }
}

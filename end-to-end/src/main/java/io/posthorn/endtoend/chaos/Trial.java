package io.posthorn.endtoend.chaos;

import io.posthorn.devstack.process.Ports;
import io.posthorn.devstack.stack.Home;
import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Progress;
import io.posthorn.devstack.stack.Stack;
import io.posthorn.devstack.stack.StackSettings;
import io.posthorn.endtoend.proof.Database;
import io.posthorn.endtoend.proof.Promise;
import io.posthorn.endtoend.proof.Proof;
import io.posthorn.endtoend.proof.PublishedEvents;
import io.posthorn.endtoend.proof.Records;
import io.posthorn.endtoend.proof.Violation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** One run, once: a stack with two messaging-services behind a balancer, load, disasters, calm, and the check. */
public final class Trial {
    private static final int WORKSPACES = 3;
    private static final int LONGEST_CALM_MILLIS = 1_500;
    /** Much is started at the same time, and under load. */
    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private static final Duration NOTHING_HAPPENS_FOR = Duration.ofMinutes(5);
    /** Neither has a part in sending or receiving. */
    private static final List<Part> WITHOUT = List.of(Part.MEDIA, Part.TEMPLATE);

    private static final String COUNTS_EVENTS = "posthorn-admin";

    private final Path installation;
    private final Path home;
    private final Consumer<String> progress;
    private final long begin = System.nanoTime();

    public Trial(Path installation, Path home, Consumer<String> progress) {
        this.installation = installation;
        this.home = home;
        this.progress = progress;
    }

    /** Ends some time after the last disaster, when all is settled or so much time has passed. */
    public Result run(Plan plan, int customers, long seed, Duration settledWithin) throws Exception {
        Home.startAfresh(home);
        int balancerPort = Ports.free();
        var stack = new Stack(settings(balancerPort), Progress.SILENT);
        var ending = new Thread(stack::interrupt);
        Runtime.getRuntime().addShutdownHook(ending);
        try (stack;
                var balancer = new Balancer(balancerPort);
                var database = new Database(stack)) {
            progress.accept("starting the stack");
            balancer.serve(List.of(stack.settings().ports().of(Part.MESSAGING)));
            stack.start();
            return run(stack, balancer, database, plan, customers, seed, settledWithin);
        } finally {
            if (!stack.isInterrupted()) {
                Runtime.getRuntime().removeShutdownHook(ending);
            }
        }
    }

    private Result run(
            Stack stack,
            Balancer balancer,
            Database database,
            Plan plan,
            int customers,
            long seed,
            Duration settledWithin)
            throws Exception {
        var second = stack.replica(Part.MESSAGING);
        var replicas = new Replicas(stack, second);
        balancer.serve(List.of(stack.settings().ports().of(Part.MESSAGING), second.port()));
        var workspaces = workspaces(stack, customers);
        var random = new Random(seed);
        var load = new Load(workspaces);
        var disasters = new Disasters(stack, replicas, database, workspaces, load, balancer, random);
        int kills = plan.kills();
        strike(load, workspaces, disasters, plan, random);
        var proof = prove(stack, new Records(database), load, workspaces, disasters, settledWithin);
        return new Result(
                seed,
                kills,
                disasters.killsWithCalls(),
                disasters.happened(),
                load.accepted(),
                load.repeated(),
                load.written(),
                proof.captured(),
                disasters.cutOffCalls(),
                proof.unknown(),
                Duration.ofNanos(System.nanoTime() - begin).toSeconds(),
                proof.violations());
    }

    private StackSettings settings(int balancerPort) {
        var usual = StackSettings.onFreePorts(installation, home);
        var environment = Map.of(
                "POSTHORN_MESSAGING_URL",
                "http://localhost:" + balancerPort,
                "POSTHORN_MESSAGING_SENDING_UNKNOWN_AFTER",
                "8s",
                // So slow that there always is a backlog.
                "POSTHORN_MESSAGING_SENDING_CALLS_PER_SECOND",
                "10",
                // No process lives long enough to be worth optimising.
                "JAVA_TOOL_OPTIONS",
                "-XX:TieredStopAtLevel=1");
        var processes = usual.processes().stream()
                .filter(part -> !WITHOUT.contains(part))
                .toList();
        return new StackSettings(
                usual.installation(),
                usual.home(),
                usual.ports(),
                usual.outside(),
                processes,
                environment,
                START_LIMIT);
    }

    private static List<Workspace> workspaces(Stack stack, int customers) throws InterruptedException {
        var workspaces = new ArrayList<Workspace>();
        for (int number = 1; number <= WORKSPACES; number++) {
            workspaces.add(Workspace.open(stack, "Workspace " + number, customers));
        }
        return workspaces;
    }

    private void strike(Load load, List<Workspace> workspaces, Disasters disasters, Plan plan, Random random)
            throws Exception {
        int kills = plan.kills();
        workspaces.forEach(Workspace::beOrdinary);
        try (load) {
            load.begin(random);
            int killed = 0;
            long deadline = System.nanoTime() + NOTHING_HAPPENS_FOR.toNanos();
            while (!plan.isDone()) {
                Thread.sleep(random.nextInt(LONGEST_CALM_MILLIS));
                var next = plan.next(disasters::isPossible);
                if (next.isPresent() && disasters.strike(next.get())) {
                    killed += next.get().isKill() ? 1 : 0;
                    progress.accept("%d of %d kills: %s; %d accepted, %d asked again"
                            .formatted(killed, kills, next.get(), load.accepted(), load.repeated()));
                    deadline = System.nanoTime() + NOTHING_HAPPENS_FOR.toNanos();
                } else {
                    next.ifPresent(plan::putOff);
                }
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("There is no work to hit for any of " + plan);
                }
            }
            disasters.awaitRecovery();
            workspaces.forEach(workspace -> workspace.world().clearFaults());
            progress.accept("calm again; every client gets its answer");
        }
    }

    private Proof prove(
            Stack stack,
            Records records,
            Load load,
            List<Workspace> workspaces,
            Disasters disasters,
            Duration settledWithin)
            throws Exception {
        progress.accept("waiting until nothing moves any more");
        long written = load.written();
        var published = new PublishedEvents(stack.stores().kafka());
        boolean isSettled =
                Patience.within(settledWithin, () -> records.isSettled(written) && published.areTakenBy(COUNTS_EVENTS));
        progress.accept("comparing");
        var parties = workspaces.stream()
                .map(workspace ->
                        new Proof.Party(workspace.account().workspaceId(), workspace.history(), workspace.world()))
                .toList();
        var proof = Proof.of(records, published, parties, disasters.cutOffCalls());
        return isSettled
                ? proof
                : proof.and(new Violation(
                        Promise.UNSETTLED,
                        "after %d s something is still to be done".formatted(settledWithin.toSeconds())));
    }
}

package io.posthorn.endtoend.chaos;

import io.posthorn.devstack.process.Ports;
import io.posthorn.devstack.stack.Home;
import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Progress;
import io.posthorn.devstack.stack.Stack;
import io.posthorn.devstack.stack.StackSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One run: a stack with two messaging-services behind a balancer, load, disasters, calm, and the check. */
public final class Trial {
    private static final int WORKSPACES = 3;
    /** Much is started at the same time, and under load. */
    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(240);
    private static final String OPEN_TASKS = "select count(*) from messaging.send_task";
    private static final String JOURNAL = "select count(*) from messaging.journal_task";
    private static final String UNTOLD = """
            select count(*) from messaging.message
            where direction = 'outbound' and status not in ('read', 'failed', 'unknown', 'expired', 'canceled')""";
    private static final String RECEIVED = "select count(*) from messaging.message where direction = 'inbound'";
    private static final String UNPUBLISHED = """
            select count(*) from messaging.outbox where sequence > (select sequence from messaging.outbox_position)""";

    private final Path root;
    private final Path home;
    private final Consumer<String> progress;

    public Trial(Path root, Path home, Consumer<String> progress) {
        this.root = root;
        this.home = home;
        this.progress = progress;
    }

    public Result run(int kills, int customers, long seed) throws Exception {
        Home.startAfresh(home);
        var usual = StackSettings.onFreePorts(root, home);
        int balancerPort = Ports.free();
        var environment = Map.of(
                "POSTHORN_MESSAGING_URL",
                "http://localhost:" + balancerPort,
                "POSTHORN_MESSAGING_SENDING_UNKNOWN_AFTER",
                "8s");
        var settings = new StackSettings(
                usual.installation(),
                usual.home(),
                usual.ports(),
                usual.outside(),
                usual.processes(),
                environment,
                START_LIMIT);
        try (var balancer = new Balancer(balancerPort)) {
            balancer.serve(List.of(usual.ports().of(Part.MESSAGING)));
            progress.accept("starting the stack");
            try (var stack = Stack.started(settings, Progress.SILENT)) {
                var second = stack.replica(Part.MESSAGING);
                second.start();
                balancer.serve(List.of(usual.ports().of(Part.MESSAGING), second.port()));
                var workspaces = workspaces(stack, customers);
                var database = new Database(stack);
                var history = new History();
                var disasters = new Disasters(stack, second, database, workspaces, seed);
                strike(history, workspaces, disasters, kills, seed);
                return judge(stack, database, history, workspaces, disasters, kills, seed);
            }
        }
    }

    private static List<Workspace> workspaces(Stack stack, int customers) throws InterruptedException {
        var workspaces = new ArrayList<Workspace>();
        for (int number = 1; number <= WORKSPACES; number++) {
            workspaces.add(Workspace.open(stack, "Workspace " + number, customers));
        }
        return workspaces;
    }

    private void strike(History history, List<Workspace> workspaces, Disasters disasters, int kills, long seed)
            throws Exception {
        var recovery = new Recovery();
        try (var load = new Load(history)) {
            load.begin(workspaces, seed);
            for (int kill = 0; kill < kills; ) {
                var disaster = disasters.next(recovery);
                if (disaster != null) {
                    kill++;
                    progress.accept("%d of %d: %s; %d accepted, %d asked again"
                            .formatted(kill, kills, disaster, history.acceptedCount(), history.repeatedCount()));
                }
            }
            recovery.awaitAll();
            workspaces.forEach(workspace -> workspace.world().clearFaults());
            progress.accept("calm again; every client gets its answer");
        }
    }

    private Result judge(
            Stack stack,
            Database database,
            History history,
            List<Workspace> workspaces,
            Disasters disasters,
            int kills,
            long seed)
            throws Exception {
        progress.accept("waiting until nothing moves any more");
        long written = history.writtenCount()
                + workspaces.stream()
                        .mapToInt(workspace -> workspace.customers().size())
                        .sum();
        boolean isSettled = Patience.within(SETTLED_WITHIN, () -> isSettled(database, written));
        progress.accept("comparing");
        var checker = new Checker(history, database);
        var violations = new ArrayList<>(checker.check(workspaces, disasters.cutOffCalls()));
        violations.addAll(new PublishedEvents(stack, database).violations());
        if (!isSettled) {
            violations.add("Not settled within %d s".formatted(SETTLED_WITHIN.toSeconds()));
        }
        return new Result(
                seed,
                kills,
                disasters.killsWithCalls(),
                disasters.happened(),
                history.acceptedCount(),
                history.repeatedCount(),
                history.writtenCount(),
                checker.captured(),
                disasters.cutOffCalls(),
                checker.unknown(),
                violations);
    }

    /** Meta tries webhooks again for days; here all of them have come when every message of a customer has. */
    private static boolean isSettled(Database database, long written) throws Exception {
        return database.count(RECEIVED) >= written
                && database.count(OPEN_TASKS) == 0
                && database.count(JOURNAL) == 0
                && database.count(UNTOLD) == 0
                && database.count(UNPUBLISHED) == 0;
    }
}

package io.posthorn.benchmarks.accept;

import io.posthorn.benchmarks.measure.CpuTime;
import io.posthorn.benchmarks.measure.Figures;
import io.posthorn.benchmarks.measure.Latencies;
import io.posthorn.benchmarks.measure.Report;
import io.posthorn.benchmarks.measure.StatementBooks;
import io.posthorn.devstack.Places;
import io.posthorn.devstack.client.Account;
import io.posthorn.devstack.client.SimulatedWorld;
import io.posthorn.devstack.process.ChildProcess;
import io.posthorn.devstack.stack.Home;
import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Progress;
import io.posthorn.devstack.stack.Stack;
import io.posthorn.devstack.stack.StackSettings;
import io.vertx.core.Vertx;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Messages accepted through the gateway at fixed rates, what each costs, and what its rows alone would cost. */
@Command(
        name = "accept",
        description = "POST /api/v1/messages at fixed rates: latency, cost, and a key used 100 times at once")
public final class AcceptCommand implements Callable<Integer> {
    private static final int CUSTOMERS = 1000;
    private static final int WARM_UP_MESSAGES = 12_000;
    private static final int WARM_UP_RATE = 300;
    private static final int AT_ONCE = 100;
    private static final List<Part> MEASURED =
            List.of(Part.GATEWAY, Part.MESSAGING, Part.POSTGRES, Part.REDIS, Part.KAFKA);

    @Mixin
    private Places places;

    @Mixin
    private Report report;

    @Option(
            names = "--rates",
            split = ",",
            defaultValue = "100,250",
            description = "Messages per second, one after the other (default: ${DEFAULT-VALUE})")
    private List<Integer> rates;

    @Option(names = "--seconds", defaultValue = "20", description = "For so long, each (default: ${DEFAULT-VALUE})")
    private int seconds;

    @Override
    public Integer call() throws Exception {
        var home = places.home().resolve("bench");
        Home.startAfresh(home);
        report.progress("starting the stack");
        var vertx = Vertx.vertx();
        try (var stack = Stack.started(StackSettings.onFreePorts(places.root(), home), Progress.SILENT)) {
            var world = SimulatedWorld.create(stack.url(Part.SIMULATOR));
            var account = Account.register(stack.url(Part.GATEWAY), "Accepting");
            var channel = UUID.fromString(
                    account.connect(world, "Accepting").path("id").asText());
            var conversations = Customers.open(stack.database(), account.workspaceId(), channel, CUSTOMERS);
            var loop = new SendLoop(vertx, stack.url(Part.GATEWAY), account.accessToken(), conversations);
            report.progress("warming up with %d messages", WARM_UP_MESSAGES);
            loop.send(WARM_UP_RATE, WARM_UP_MESSAGES, new Latencies());
            var figures = new Figures("accept")
                    .add("warmUpMessages", WARM_UP_MESSAGES)
                    .add("seconds", seconds);
            for (int rate : rates) {
                measure(stack, loop, rate, figures);
            }
            askWithOneKey(stack, account, conversations.getFirst(), figures);
            // What is queued goes on leaving; beside the floor it would be counted as the floor's.
            stack.kill(Part.MESSAGING);
            addFloor(stack, account.workspaceId(), channel, conversations, figures);
            return report.finish(figures);
        } finally {
            vertx.close();
        }
    }

    private void measure(Stack stack, SendLoop loop, int rate, Figures figures) throws Exception {
        report.progress("%d messages/s for %d s", rate, seconds);
        int messages = rate * seconds;
        long refusedBefore = loop.notAccepted();
        var latencies = new Latencies();
        var cpu = CpuTime.of(processes(stack));
        var books = new StatementBooks(stack);
        long began = System.nanoTime();
        loop.send(rate, messages, latencies);
        double took = (System.nanoTime() - began) / 1e9;
        books.print(report);
        var at = "at" + rate + ".";
        figures.add(at + "messagesPerSecond", messages / took)
                .add(at + "p50Millis", latencies.millis(50))
                .add(at + "p99Millis", latencies.millis(99))
                .atMost(at + "notAccepted", loop.notAccepted() - refusedBefore, 0);
        cpu.used().forEach((process, time) -> figures.add(at + "messagesPerCpuSecond." + process, messages / time));
    }

    private void askWithOneKey(Stack stack, Account account, UUID conversation, Figures figures) throws Exception {
        report.progress("%d requests at once with one key", AT_ONCE);
        var query = "select count(*) from messaging.message where content ->> 'body' = 'Only once, please.'";
        var answers = OneKey.ask(AT_ONCE, stack.url(Part.GATEWAY), account.accessToken(), conversation);
        try (var connection = stack.database().connect();
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            figures.atMost("oneKey.messagesBeyondOne", Math.abs(rows.getLong(1) - 1), 0);
        }
        figures.atMost("oneKey.acceptedBeyondOne", Math.abs(answers.accepted() - 1), 0)
                .add("oneKey.replayed", answers.replayed())
                .add("oneKey.inUse", answers.inUse())
                .atMost("oneKey.others", answers.others(), 0);
    }

    private void addFloor(Stack stack, UUID workspace, UUID channel, List<UUID> conversations, Figures figures)
            throws Exception {
        var pgbench = Pgbench.find();
        if (pgbench.isEmpty()) {
            report.progress("NO FLOOR: there is no pgbench here. Debian and Red Hat have it in postgresql-contrib");
            figures.add("floor", "no pgbench found");
            return;
        }
        report.progress("pgbench with what an accepted message writes");
        var floor = Pgbench.run(pgbench.get(), stack, workspace, channel, conversations);
        figures.add("floor.transactionsPerSecond", floor.perSecond())
                .add("floor.transactionsPerCpuSecond.postgres", floor.perCpuSecond());
    }

    private static Map<String, ProcessHandle> processes(Stack stack) {
        var processes = new LinkedHashMap<String, ProcessHandle>();
        MEASURED.forEach(part ->
                stack.process(part).map(ChildProcess::handle).ifPresent(handle -> processes.put(part.label(), handle)));
        return processes;
    }
}

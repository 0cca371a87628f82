package io.posthorn.benchmarks.lists;

import io.posthorn.benchmarks.measure.Figures;
import io.posthorn.benchmarks.measure.Report;
import io.posthorn.devstack.Places;
import io.posthorn.devstack.client.Account;
import io.posthorn.devstack.client.SimulatedWorld;
import io.posthorn.devstack.stack.Home;
import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Progress;
import io.posthorn.devstack.stack.Stack;
import io.posthorn.devstack.stack.StackSettings;
import io.posthorn.devstack.store.DatabaseProvisioner.Administrator;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * What a status costs in PostgreSQL when the table has a thousand messages, and when it has a million: pages touched and time in
 * the statements that handle statuses, as PostgreSQL itself counts them.
 */
@Command(name = "status", description = "What a status costs with 1,000 and with 1,000,000 messages in the table")
public final class StatusCommand implements Callable<Integer> {
    private static final int SMALL = 1000;
    private static final int MEASURED = 250;
    private static final int TOGETHER = 125;
    private static final double SAME = 1.5;
    private static final String SENT = """
            with sent as (
                insert into message (workspace_id, id, conversation_id, channel_id, contact_id, direction, type, content, wamid, status)
                select '%1$s', uuidv7((n - 1000001) * interval '1 second'), '%1$s', '%2$s', '%1$s', 'outbound', 'text',
                       '{"body":"Thank you"}', 'wamid.bench.' || n, 'sent'
                from generate_series(%3$d, %4$d) as n returning *)
            insert into provider_message (channel_id, wamid, workspace_id, message_id, attempt_id)
            select channel_id, wamid, workspace_id, id, uuidv7() from sent""";
    private static final String SPENT = """
            select coalesce(sum(shared_blks_hit + shared_blks_read), 0), coalesce(sum(total_exec_time), 0)
            from extensions.pg_stat_statements s join pg_roles r on r.oid = s.userid
            where r.rolname like 'posthorn_messaging_%'
              and (query like '%status_ledger%' or query like '%provider_message%' or query like '%parked_status%')""";

    @Mixin
    private Places places;

    @Mixin
    private Report report;

    @Option(
            names = "--messages",
            defaultValue = "1000000",
            description = "In the large table (default: ${DEFAULT-VALUE})")
    private int messages;

    private Administrator database;
    private StatusLoad load;

    private record Spent(double buffers, double millis) {
        Spent since(Spent before, int statuses) {
            return new Spent((buffers - before.buffers) / statuses, (millis - before.millis) / statuses);
        }
    }

    /**
     * @param alone a webhook each, as Meta mostly posts them
     * @param together many in a webhook; in a small table they lie side by side and share their pages, in a large one they do not
     */
    private record Round(Spent alone, Spent together, Spent unknown) {}

    @Override
    public Integer call() throws Exception {
        var home = places.home().resolve("bench");
        Home.startAfresh(home);
        report.progress("starting the stack");
        try (var stack = Stack.started(StackSettings.onFreePorts(places.root(), home), Progress.SILENT)) {
            database = stack.database();
            var world = SimulatedWorld.create(stack.url(Part.SIMULATOR));
            var account = Account.register(stack.url(Part.GATEWAY), "Statuses");
            var channel = account.connect(world, "Statuses");
            load = new StatusLoad(world, channel.path("webhook").path("url").asText());
            var channelId = UUID.fromString(channel.path("id").asText());
            fill(account.workspaceId(), channelId, 1, SMALL);
            report.progress("warming up");
            spentOn(wamids(IntStream.rangeClosed(1, SMALL - 2 * MEASURED).boxed()), 1);
            var small = measure(SMALL - 2 * MEASURED + 1, SMALL, "small");
            report.progress("writing %d messages", messages);
            fill(account.workspaceId(), channelId, SMALL + 1, messages);
            var large = measure(SMALL + 1, messages, "large");
            return report.finish(figures(small, large));
        }
    }

    private Figures figures(Round small, Round large) {
        var figures = new Figures("status").add("messages", messages);
        compare(figures, "known", small.alone, large.alone);
        figures.atMost("known.buffersRatio", large.alone.buffers / small.alone.buffers, SAME)
                .atMost("known.timeRatio", large.alone.millis / small.alone.millis, SAME);
        compare(figures, "unknown", small.unknown, large.unknown);
        figures.atMost("unknown.buffersRatio", large.unknown.buffers / small.unknown.buffers, SAME)
                .atMost("unknown.timeRatio", large.unknown.millis / small.unknown.millis, SAME);
        compare(figures, "knownTogether", small.together, large.together);
        return figures;
    }

    private static void compare(Figures figures, String name, Spent small, Spent large) {
        figures.add(name + ".buffersPerStatusAt1000", small.buffers)
                .add(name + ".buffersPerStatusAtAll", large.buffers)
                .add(name + ".millisPerStatusAt1000", small.millis)
                .add(name + ".millisPerStatusAtAll", large.millis);
    }

    /** Of known messages anywhere in the table, and of unknown ones. */
    private Round measure(int from, int to, String round) throws Exception {
        report.progress("posting statuses with %d messages in the table", to);
        var known = wamids(
                new Random(1).ints(from, to + 1).distinct().limit(2 * MEASURED).boxed());
        var unknown = IntStream.range(0, MEASURED)
                .mapToObj(number -> "wamid.nobody." + round + number)
                .toList();
        var alone = spentOn(known.subList(0, MEASURED), 1);
        var together = spentOn(known.subList(MEASURED, 2 * MEASURED), TOGETHER);
        var strangers = spentOn(unknown, 1);
        execute("delete from parked_status");
        execute("vacuum analyze parked_status");
        return new Round(alone, together, strangers);
    }

    private static List<String> wamids(Stream<Integer> numbers) {
        return numbers.map(number -> "wamid.bench." + number).toList();
    }

    private Spent spentOn(List<String> wamids, int webhook) throws Exception {
        var before = spent();
        for (var state : List.of("delivered", "read")) {
            for (int from = 0; from < wamids.size(); from += webhook) {
                load.post(wamids.subList(from, Math.min(from + webhook, wamids.size())), state);
                awaitWorkedOff();
            }
        }
        return spent().since(before, 2 * wamids.size());
    }

    private void fill(UUID workspace, UUID channel, int from, int to) throws SQLException {
        execute(SENT.formatted(workspace, channel, from, to));
        execute("vacuum analyze message");
        execute("vacuum analyze provider_message");
    }

    private void awaitWorkedOff() throws SQLException, InterruptedException {
        while (row("select count(*), 0 from journal_task").buffers > 0) {
            Thread.sleep(5);
        }
    }

    private Spent spent() throws SQLException {
        return row(SPENT);
    }

    private Spent row(String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("set search_path = messaging, extensions");
            var rows = statement.executeQuery(sql);
            rows.next();
            return new Spent(rows.getDouble(1), rows.getDouble(2));
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("set search_path = messaging, extensions");
            statement.execute(sql);
        }
    }
}

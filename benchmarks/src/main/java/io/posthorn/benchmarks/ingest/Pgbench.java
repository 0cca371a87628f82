package io.posthorn.benchmarks.ingest;

import io.posthorn.benchmarks.ingest.WebhookMix.Webhook;
import io.posthorn.benchmarks.measure.CpuTime;
import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Stack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * PostgreSQL's own load generator, with the journal's insert. Each client fetches its bodies once and sends them with every
 * statement, prepared; only the ids are drawn by the server, because pgbench cannot draw any.
 */
final class Pgbench {
    private static final int CLIENTS = 8;
    private static final int SECONDS = 10;
    private static final Pattern DONE = Pattern.compile("number of transactions actually processed: (\\d+)");
    private static final String BATCHES =
            "create table if not exists public.benchmark_bodies (batch int primary key, bodies text)";
    private static final String SCRIPT = """
            \\if :loaded%1$d = 0
            select bodies as b%1$d from public.benchmark_bodies where batch = %1$d \\gset
            \\set loaded%1$d 1
            \\endif
            with written as (
                insert into messaging.webhook_journal (id, app_id, body, trace_parent)
                select * from unnest((select array_agg(uuidv7()) from generate_series(1, %2$d)),
                    array_fill('00000000-0000-7000-8000-000000000000'::uuid, array[%2$d]), :b%1$d::bytea[],
                    array_fill('00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'::text, array[%2$d]))
                returning id, received_at)
            insert into messaging.journal_task (journal_id, received_at) select id, received_at from written;
            """;

    /** What pgbench reached. */
    record Result(long rows, double clientSeconds, double serverSeconds) {
        double rowsPerCpuSecond() {
            return rows / (clientSeconds + serverSeconds);
        }

        double clientMillisPerRow() {
            return clientSeconds * 1000 / rows;
        }

        double serverMillisPerRow() {
            return serverSeconds * 1000 / rows;
        }
    }

    private final Path program;
    private final Stack stack;

    Pgbench(Path program, Stack stack) {
        this.program = program;
        this.stack = stack;
    }

    static Optional<Path> find() throws IOException {
        var places = new ArrayList<Path>();
        Optional.ofNullable(System.getenv("POSTHORN_PGBENCH")).map(Path::of).ifPresent(places::add);
        for (var folder : System.getenv().getOrDefault("PATH", "").split(":")) {
            places.add(Path.of(folder, "pgbench"));
        }
        for (var folder : List.of("/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt")) {
            if (Files.isDirectory(Path.of(folder))) {
                try (Stream<Path> versions = Files.list(Path.of(folder))) {
                    versions.map(version -> version.resolve("bin/pgbench")).forEach(places::add);
                }
            }
        }
        return places.stream().filter(Files::isExecutable).findFirst();
    }

    /** As many rows as we had in one insert, as near as the bodies can be divided evenly. */
    static int rows(double wanted, int bodies) {
        int nearest = 1;
        for (int rows = 1; rows <= bodies; rows++) {
            if (bodies % rows == 0 && Math.abs(rows - wanted) < Math.abs(nearest - wanted)) {
                nearest = rows;
            }
        }
        return nearest;
    }

    Result run(List<Webhook> bodies, int rows) throws IOException, SQLException, InterruptedException {
        store(bodies, rows);
        var folder = Files.createTempDirectory("posthorn-pgbench");
        try {
            var line = line(folder, bodies.size() / rows, rows);
            var cpu = CpuTime.of(stack, List.of(Part.POSTGRES));
            var self = CpuTime.ofEndedChildren("pgbench");
            var output = output(line);
            var done = DONE.matcher(output);
            if (!done.find()) {
                throw new IOException("pgbench told nothing: " + output);
            }
            return new Result(Long.parseLong(done.group(1)) * rows, CpuTime.sum(self.used()), CpuTime.sum(cpu.used()));
        } finally {
            try (var files = Files.list(folder)) {
                for (var file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private void store(List<Webhook> bodies, int rows) throws SQLException {
        try (var connection = stack.database().connect();
                var statement = connection.createStatement();
                var insert = connection.prepareStatement("insert into public.benchmark_bodies values (?, ?)")) {
            statement.execute(BATCHES);
            statement.execute("truncate public.benchmark_bodies");
            for (int batch = 0; batch < bodies.size() / rows; batch++) {
                insert.setInt(1, batch);
                insert.setString(2, array(bodies.subList(batch * rows, (batch + 1) * rows)));
                insert.execute();
            }
        }
    }

    private static String array(List<Webhook> bodies) {
        return bodies.stream()
                .map(body -> "\"\\\\x" + HexFormat.of().formatHex(body.body()) + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    private List<String> line(Path folder, int batches, int rows) throws IOException {
        var url = stack.stores().database();
        var address = Pattern.compile("postgresql://([^:/]+):(\\d+)/(.+)").matcher(url);
        if (!address.matches()) {
            throw new IOException("No address of a database: " + url);
        }
        var line = new ArrayList<>(List.of(
                program.toString(),
                "-n",
                "-M",
                "prepared",
                "-c",
                "" + CLIENTS,
                "-j",
                "2",
                "-T",
                "" + SECONDS,
                "-h",
                address.group(1),
                "-p",
                address.group(2),
                "-U",
                stack.database().user()));
        for (int batch = 0; batch < batches; batch++) {
            var file = folder.resolve("batch-" + batch);
            Files.writeString(file, SCRIPT.formatted(batch, rows));
            line.addAll(List.of("-D", "loaded%d=0".formatted(batch), "-f", file.toString()));
        }
        line.add(address.group(3));
        return line;
    }

    private String output(List<String> line) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", stack.database().password());
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("pgbench failed: " + output);
        }
        return output;
    }
}

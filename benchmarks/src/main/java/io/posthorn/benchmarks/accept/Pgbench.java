package io.posthorn.benchmarks.accept;

import io.posthorn.benchmarks.measure.CpuTime;
import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Stack;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Runs {@code accept.sql} as the runtime role: transactions per second, and per second of PostgreSQL's processor time. */
final class Pgbench {
    private static final int CLIENTS = 8;
    private static final int SECONDS = 15;

    record Result(double perSecond, double perCpuSecond) {}

    private Pgbench() {}

    /** On the path, or where Debian's and Red Hat's packages put it. */
    static Optional<Path> find() throws IOException {
        var onPath = Arrays.stream(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, "pgbench"));
        try (var packaged = Files.isDirectory(Path.of("/usr/lib/postgresql"))
                ? Files.list(Path.of("/usr/lib/postgresql"))
                : Stream.<Path>empty()) {
            var everywhere = Stream.concat(onPath, packaged.map(version -> version.resolve("bin/pgbench")))
                    .toList();
            return everywhere.stream().filter(Files::isExecutable).findFirst();
        }
    }

    static Result run(Path pgbench, Stack stack, UUID workspace, UUID channel, List<UUID> conversations)
            throws IOException, InterruptedException {
        var script = Files.createTempFile("accept", ".sql");
        try {
            Files.writeString(script, statements(workspace, channel, conversations));
            var address = URI.create(stack.database().url());
            var process = new ProcessBuilder(
                            pgbench.toString(),
                            "--no-vacuum",
                            "--protocol=prepared",
                            "--client=" + CLIENTS,
                            "--jobs=2",
                            "--time=" + SECONDS,
                            "--file=" + script,
                            "--host=127.0.0.1",
                            "--port=" + address.getPort(),
                            "--username=posthorn_messaging_runtime",
                            address.getPath().substring(1))
                    .redirectErrorStream(true);
            process.environment()
                    .put("PGPASSWORD", stack.secrets().database("messaging").runtime());
            var cpu = CpuTime.of(Map.of(
                    "postgres", stack.process(Part.POSTGRES).orElseThrow().handle()));
            var running = process.start();
            var output = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (running.waitFor() != 0) {
                throw new IOException("pgbench failed: " + output);
            }
            double perSecond = tps(output);
            return new Result(perSecond, perSecond * SECONDS / cpu.used().get("postgres"));
        } finally {
            Files.delete(script);
        }
    }

    private static String statements(UUID workspace, UUID channel, List<UUID> conversations) throws IOException {
        try (InputStream script = Pgbench.class.getResourceAsStream("accept.sql")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${workspace}", workspace.toString())
                    .replace("${channel}", channel.toString())
                    .replace("${conversations}", Integer.toString(conversations.size()));
        }
    }

    private static double tps(String output) throws IOException {
        return output.lines()
                .filter(line -> line.startsWith("tps = "))
                .map(line -> Double.parseDouble(line.substring(6).split(" ")[0]))
                .findFirst()
                .orElseThrow(() -> new IOException("pgbench named no rate: " + output));
    }
}

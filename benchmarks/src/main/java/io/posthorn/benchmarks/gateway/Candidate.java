package io.posthorn.benchmarks.gateway;

import io.posthorn.devstack.process.ChildProcess;
import io.posthorn.devstack.process.Readiness;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One process that passes requests on. */
record Candidate(String name, ChildProcess process, int port) implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    static Candidate start(String name, List<String> line, Map<String, String> environment, Path home, int port) {
        var process = ChildProcess.start(
                new ChildProcess.Command(name, line, environment, home.resolve("logs/bench-%s.log".formatted(name))));
        try {
            Readiness.await(process, START_LIMIT, () -> passes(port));
        } catch (RuntimeException failure) {
            process.close();
            throw failure;
        }
        return new Candidate(name, process, port);
    }

    private static boolean passes(int port) throws IOException {
        var connection = (HttpURLConnection) URI.create("http://127.0.0.1:%d%s".formatted(port, Level.BARE.path()))
                .toURL()
                .openConnection();
        connection.setConnectTimeout(2000);
        connection.setReadTimeout(5000);
        return connection.getResponseCode() == 200;
    }

    @Override
    public void close() {
        process.close();
    }
}

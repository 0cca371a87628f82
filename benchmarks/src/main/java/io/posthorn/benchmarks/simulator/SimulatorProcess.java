package io.posthorn.benchmarks.simulator;

import io.posthorn.devstack.process.ChildProcess;
import io.posthorn.devstack.process.Ports;
import io.posthorn.devstack.process.Readiness;
import io.posthorn.devstack.process.StartFailure;
import io.posthorn.devstack.stack.JvmSettings;
import io.posthorn.devstack.stack.Part;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;

/** The simulator alone, with the settings that it has in {@code ./posthorn up}. */
record SimulatorProcess(ChildProcess process, int port) implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(1);

    static SimulatorProcess start(Path root, Path home) {
        var jar = root.resolve("simulator/target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new StartFailure("The simulator is not built. ./posthorn bench builds what is missing");
        }
        int port = Ports.free();
        var line = new ArrayList<String>();
        line.add(ChildProcess.java());
        line.addAll(JvmSettings.of(Part.SIMULATOR));
        line.add("-jar");
        line.add(jar.toString());
        var environment = Map.of("PORT", Integer.toString(port), "POSTHORN_SIMULATOR_SEED", "1");
        var child = ChildProcess.start(
                new ChildProcess.Command("simulator", line, environment, home.resolve("logs/bench-simulator.log")));
        Readiness.await(child, START_LIMIT, () -> isListening(port));
        return new SimulatorProcess(child, port);
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    private static boolean isListening(int port) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        }
    }

    @Override
    public void close() {
        process.close();
    }
}

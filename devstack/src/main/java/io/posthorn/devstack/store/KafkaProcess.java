package io.posthorn.devstack.store;

import io.posthorn.devstack.process.ChildProcess;
import io.posthorn.devstack.process.Launcher;
import io.posthorn.devstack.process.Ports;
import io.posthorn.devstack.process.Readiness;
import io.posthorn.devstack.process.StartFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@link EmbeddedKafkaStore} in a JVM of its own, so its memory is its own and no class loader of a test closes under it. */
public final class KafkaProcess implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final String READY = "Kafka is ready";

    private final int port;
    private final ChildProcess server;

    private KafkaProcess(int port, ChildProcess server) {
        this.port = port;
        this.server = server;
    }

    public static KafkaProcess start(Path data, int port, List<String> jvmSettings, Path log, Launcher launcher) {
        var line = new ArrayList<String>();
        line.add(ChildProcess.java());
        line.addAll(jvmSettings);
        line.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), KafkaProcess.class.getName()));
        line.addAll(List.of(data.toString(), Integer.toString(port), Integer.toString(Ports.free())));
        var server = launcher.launch(new ChildProcess.Command("kafka", line, Map.of(), log));
        var kafka = new KafkaProcess(port, server);
        try {
            Readiness.await(server, START_LIMIT, () -> server.log().recent().contains(READY));
            return kafka;
        } catch (StartFailure failure) {
            kafka.close();
            throw failure;
        }
    }

    public String bootstrapServers() {
        return "localhost:" + port;
    }

    public ChildProcess process() {
        return server;
    }

    @Override
    public void close() {
        server.close();
    }

    /** Data directory, port, controller port. Runs until a signal, or until nobody holds its standard input any more. */
    public static void main(String[] arguments) throws IOException {
        try {
            var store = EmbeddedKafkaStore.start(
                    Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
            Runtime.getRuntime().addShutdownHook(new Thread(store::close, "stop"));
            System.out.println(READY);
            while (System.in.read() >= 0) {
                // nothing is ever said, only the end matters
            }
            System.exit(0);
        } catch (StartFailure failure) {
            System.out.println("ERROR " + failure.getMessage());
            System.exit(1);
        }
    }
}

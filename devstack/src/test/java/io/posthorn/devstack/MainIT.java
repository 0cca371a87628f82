package io.posthorn.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.posthorn.devstack.process.ChildProcess;
import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.RunRecord;
import io.posthorn.devstack.stack.StackPorts;
import io.posthorn.devstack.stack.StandIn;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as ./posthorn runs them: as processes, with ports and folders from the environment. */
class MainIT {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(120);

    @TempDir
    private Path folder;

    private Map<String, String> environment;

    @BeforeEach
    void prepare() throws IOException {
        var ports = StackPorts.free();
        environment = new HashMap<>();
        environment.put(
                "POSTHORN_ROOT",
                StandIn.installation(folder.resolve("installation")).toString());
        environment.put("POSTHORN_HOME", home().toString());
        for (Part part : Part.values()) {
            environment.put(part.portVariable(), "" + ports.of(part));
        }
        environment.put("POSTHORN_GATEWAY_MANAGEMENT_PORT", "" + ports.management());
    }

    @Test
    void theSignalThatEndsUpEndsEverything() {
        try (var up = command("up")) {
            awaitReady(up);
            var recorded = running();
            assertThat(recorded).hasSize(11);
            var status = finished("status");
            assertThat(status.exitCode()).as("nothing is missed").isZero();
            assertThat(status.log().recent())
                    .anyMatch(line -> line.matches("gateway +\\d+ +" + environment.get("POSTHORN_GATEWAY_PORT")
                            + " +ready +0:00:\\d\\d +\\d+\\.\\d s +\\d+ MB"));

            up.stop(LONG_ENOUGH);

            assertThat(up.log().recent()).contains("Stopped. Data is kept; ./posthorn up brings it back.");
            assertThat(recorded).noneMatch(ProcessHandle::isAlive);
            assertThat(finished("status").exitCode()).isEqualTo(3);
        }
    }

    @Test
    void downFindsEverythingEvenWhenTheSupervisorWasKilled() {
        try (var up = command("up")) {
            awaitReady(up);
            var recorded = running();
            up.handle().destroyForcibly();
            up.onExit().join();
            assertThat(recorded).filteredOn(ProcessHandle::isAlive).hasSizeGreaterThan(7);

            var down = finished("down", "--wipe");

            assertThat(down.exitCode()).isZero();
            assertThat(recorded).noneMatch(ProcessHandle::isAlive);
            assertThat(home().resolve("data")).doesNotExist();
            assertThat(home().resolve("secrets.properties")).exists();
        }
    }

    @Test
    void aTakenPortIsOneMessageAndAFailure() throws IOException {
        int port = Integer.parseInt(environment.get("POSTHORN_POSTGRES_PORT"));
        try (var taken = new ServerSocket(port)) {
            var up = finished("up");

            assertThat(up.exitCode()).isEqualTo(1);
            assertThat(up.log().recent())
                    .anyMatch(line -> line.startsWith("Port " + taken.getLocalPort() + " for postgres is taken"))
                    .noneMatch(line -> line.contains("Exception"));
        }
    }

    @Test
    void storesForTestsTellWhereTheyAreAndGo() throws IOException {
        var stores = Files.createDirectories(folder.resolve("stores"));
        try (var command = command("stores", "--folder", stores.toString())) {
            await().atMost(LONG_ENOUGH).until(() -> Files.exists(stores.resolve("stores.properties")));
            var children = command.handle().descendants().toList();

            command.stop(LONG_ENOUGH);

            assertThat(Files.readString(stores.resolve("stores.properties")))
                    .contains("postgres.url", "kafka.bootstrap-servers", "redis.url");
            assertThat(children).isNotEmpty().noneMatch(ProcessHandle::isAlive);
        }
    }

    private static void awaitReady(ChildProcess up) {
        await().atMost(LONG_ENOUGH).until(() -> !up.isAlive() || has(up, "Posthorn is ready"));
        assertThat(up.log().recent()).anyMatch(line -> line.startsWith("Posthorn is ready"));
    }

    private static boolean has(ChildProcess process, String start) {
        return process.log().recent().stream().anyMatch(line -> line.startsWith(start));
    }

    private List<ProcessHandle> running() {
        return RunRecord.read(home()).stream()
                .flatMap(entry -> entry.process().stream())
                .toList();
    }

    private ChildProcess finished(String... arguments) {
        try (var process = command(arguments)) {
            process.onExit()
                    .orTimeout(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS)
                    .join();
            return process;
        }
    }

    private ChildProcess command(String... arguments) {
        var line = new ArrayList<>(List.of(
                ChildProcess.java(),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName()));
        line.addAll(List.of(arguments));
        return ChildProcess.start(
                new ChildProcess.Command(arguments[0], line, environment, folder.resolve(arguments[0] + ".log")));
    }

    private Path home() {
        return folder.resolve("home");
    }
}

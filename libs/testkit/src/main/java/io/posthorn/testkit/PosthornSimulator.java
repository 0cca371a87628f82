package io.posthorn.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The packaged simulator as a process of its own, for a {@code @QuarkusTest}. Also fixes the port of the service under test, because
 * the simulator has to find it. Tests make worlds of their own: {@link World#create()}.
 */
public class PosthornSimulator implements QuarkusTestResourceLifecycleManager {
    private static final String URL = "posthorn.test-simulator.url";

    private Process process;

    @Override
    public Map<String, String> start() {
        var port = freePort();
        var url = "http://localhost:" + freePort();
        process = launch(url.substring(url.lastIndexOf(':') + 1));
        System.setProperty(URL, url);
        Patience.await().until(() -> Http.get(url + "/q/health/ready").isAnswered(200));
        return Map.of(
                "posthorn.graph-url",
                url,
                "quarkus.http.test-port",
                Integer.toString(port),
                "posthorn.public-url",
                "http://localhost:" + port,
                "mp.jwt.verify.issuer",
                "http://localhost:8080");
    }

    @Override
    public void stop() {
        process.destroy();
    }

    static String url() {
        return System.getProperty(URL);
    }

    private static Process launch(String port) {
        var jar = jar();
        var command = new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar.toString());
        command.environment().put("PORT", port);
        command.redirectErrorStream(true).redirectOutput(new File("target/simulator.log"));
        try {
            Files.createDirectories(Path.of("target"));
            var started = command.start();
            Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
            return started;
        } catch (IOException failure) {
            throw new UncheckedIOException("The simulator does not start", failure);
        }
    }

    private static Path jar() {
        for (var root = Path.of("").toAbsolutePath(); root != null; root = root.getParent()) {
            var jar = root.resolve("simulator/target/quarkus-app/quarkus-run.jar");
            if (Files.exists(jar)) {
                return jar;
            }
        }
        throw new IllegalStateException("Package the simulator first: mvn -pl simulator -am package -DskipTests");
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

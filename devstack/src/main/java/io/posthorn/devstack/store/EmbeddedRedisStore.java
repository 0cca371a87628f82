package io.posthorn.devstack.store;

import io.posthorn.devstack.process.ChildProcess;
import io.posthorn.devstack.process.Launcher;
import io.posthorn.devstack.process.Readiness;
import io.posthorn.devstack.process.StartFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Redis as a child process on the loopback address; its append-only file stays when the store is closed. */
public final class EmbeddedRedisStore implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(120);

    private final int port;
    private final ChildProcess server;

    private EmbeddedRedisStore(int port, ChildProcess server) {
        this.port = port;
        this.server = server;
    }

    public static EmbeddedRedisStore start(Path data, int port, Path log, Launcher launcher) {
        createDirectories(data);
        var server = launcher.launch(new ChildProcess.Command("redis", command(data, port), Map.of(), log));
        var store = new EmbeddedRedisStore(port, server);
        try {
            Readiness.await(server, START_LIMIT, store::answers);
            return store;
        } catch (StartFailure failure) {
            store.close();
            throw failure;
        }
    }

    public String url() {
        return "redis://localhost:" + port;
    }

    public ChildProcess process() {
        return server;
    }

    @Override
    public void close() {
        server.close();
    }

    private static List<String> command(Path data, int port) {
        return List.of(
                Binaries.redis().toString(),
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--dir",
                data.toString(),
                "--appendonly",
                "yes",
                "--save",
                "");
    }

    private boolean answers() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(1_000);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII).equals("+PONG");
        }
    }

    private static void createDirectories(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

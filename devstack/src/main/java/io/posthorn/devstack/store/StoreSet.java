package io.posthorn.devstack.store;

import io.posthorn.devstack.process.ChildProcess;
import io.posthorn.devstack.process.Launcher;
import io.posthorn.devstack.process.OrphanGuard;
import io.posthorn.devstack.process.Ports;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Throw-away stores on free ports under one folder, each started when it is first asked for. Made for tests. */
public final class StoreSet implements AutoCloseable {
    private static final List<String> KAFKA_JVM = List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final Path folder;
    private final String superuserPassword;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    public StoreSet(Path folder, String superuserPassword) {
        this.folder = folder;
        this.superuserPassword = superuserPassword;
    }

    public DatabaseProvisioner.Administrator startPostgres() {
        var store = EmbeddedPostgresStore.start(
                new EmbeddedPostgresStore.Settings(
                        folder.resolve("postgres"), Ports.free(), superuserPassword, log("postgres")),
                Launcher.PLAIN);
        remember(store, store.process());
        return new DatabaseProvisioner.Administrator(
                store.url("postgres"), EmbeddedPostgresStore.SUPERUSER, superuserPassword);
    }

    public String startKafka() {
        var store = KafkaProcess.start(folder.resolve("kafka"), Ports.free(), KAFKA_JVM, log("kafka"), Launcher.PLAIN);
        remember(store, store.process());
        return store.bootstrapServers();
    }

    public String startRedis() {
        var store = EmbeddedRedisStore.start(folder.resolve("redis"), Ports.free(), log("redis"), Launcher.PLAIN);
        remember(store, store.process());
        return store.url();
    }

    @Override
    public synchronized void close() throws Exception {
        while (!started.isEmpty()) {
            started.pop().close();
        }
    }

    private synchronized void remember(AutoCloseable store, ChildProcess process) {
        var guard = OrphanGuard.over(process);
        started.push(() -> {
            guard.close();
            store.close();
        });
    }

    private Path log(String name) {
        return folder.resolve("logs").resolve(name + ".log");
    }
}

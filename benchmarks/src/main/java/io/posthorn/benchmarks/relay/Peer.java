package io.posthorn.benchmarks.relay;

import io.posthorn.devstack.process.ChildProcess;
import io.posthorn.devstack.process.Readiness;
import io.posthorn.devstack.stack.JvmSettings;
import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Stack;
import io.posthorn.devstack.store.DatabaseProvisioner.Administrator;
import java.io.File;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Namastack Outbox as a process with the JVM settings of messaging-service, in a database of its own on the same PostgreSQL. */
final class Peer implements AutoCloseable {
    private static final String DATABASE = "namastack";
    private static final int PARTITIONS = 4;

    private final ChildProcess process;
    private final PeerTable table;

    private Peer(ChildProcess process, PeerTable table) {
        this.process = process;
        this.table = table;
    }

    static Peer start(Stack stack, Path root) throws SQLException, InterruptedException, ExecutionException {
        var database = stack.database().at(DATABASE);
        var table = new PeerTable(database);
        try (var connection = stack.database().connect();
                var statement = connection.createStatement()) {
            statement.execute("create database " + DATABASE);
        }
        try (var admin = Admin.create(Map.of("bootstrap.servers", stack.stores().kafka()))) {
            admin.createTopics(List.of(new NewTopic(table.topic(), PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
        var process = ChildProcess.start(new ChildProcess.Command(
                "namastack-peer",
                line(root),
                settings(stack, database, table),
                stack.settings().home().resolve("logs/namastack-peer.log")));
        var peer = new Peer(process, table);
        try {
            Readiness.await(process, Duration.ofSeconds(60), () -> hasPublishedSample(database));
        } catch (RuntimeException failure) {
            peer.close();
            throw failure;
        }
        return peer;
    }

    PeerTable table() {
        return table;
    }

    ProcessHandle handle() {
        return process.handle();
    }

    @Override
    public void close() {
        process.stop(Duration.ofSeconds(20));
    }

    private static List<String> line(Path root) {
        var built = root.resolve("benchmarks/namastack/target");
        var line = new ArrayList<String>();
        line.add(ChildProcess.java());
        line.addAll(JvmSettings.of(Part.MESSAGING));
        line.addAll(List.of(
                "-cp",
                built.resolve("namastack-peer.jar") + File.pathSeparator + built.resolve("lib") + File.separator + "*",
                "io.posthorn.benchmarks.namastack.PeerApplication"));
        return line;
    }

    private static Map<String, String> settings(Stack stack, Administrator database, PeerTable table) {
        return Map.of(
                "SPRING_DATASOURCE_URL",
                "jdbc:" + database.url() + "?ApplicationName=" + PeerTable.APPLICATION,
                "SPRING_DATASOURCE_USERNAME",
                database.user(),
                "SPRING_DATASOURCE_PASSWORD",
                database.password(),
                "PEER_KAFKA",
                stack.stores().kafka(),
                "PEER_TOPIC",
                table.topic());
    }

    private static boolean hasPublishedSample(Administrator database) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select 1 from outbox_record where status = 'COMPLETED'")) {
            return rows.next();
        } catch (SQLException notYet) {
            if ("42P01".equals(notYet.getSQLState())) {
                return false;
            }
            throw notYet;
        }
    }
}

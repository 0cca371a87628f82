package io.posthorn.devstack.store;

import io.posthorn.contracts.Topics;
import io.posthorn.devstack.process.StartFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.utils.Time;

/** A Kafka broker and controller in this JVM, with all our topics made; the log directory stays when the store is closed. */
public final class EmbeddedKafkaStore implements AutoCloseable {
    private static final int PARTITIONS = 4;

    private final String bootstrapServers;
    private final KafkaRaftServer server;

    private EmbeddedKafkaStore(String bootstrapServers, KafkaRaftServer server) {
        this.bootstrapServers = bootstrapServers;
        this.server = server;
    }

    /** Two ports: clients speak to the first, the broker to its own controller through the second. */
    public static EmbeddedKafkaStore start(Path data, int port, int controllerPort) {
        var settings = KafkaSettings.of(data, port, controllerPort);
        format(data, settings);
        var server = new KafkaRaftServer(KafkaConfig.fromProps(settings), Time.SYSTEM);
        var store = new EmbeddedKafkaStore("localhost:" + port, server);
        try {
            server.startup();
            createTopics(store.bootstrapServers);
            return store;
        } catch (RuntimeException failure) {
            store.close();
            throw new StartFailure("Kafka cannot start: " + rootMessage(failure), failure);
        }
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    public void awaitShutdown() {
        server.awaitShutdown();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** Every topic and its dead letters; those that exist already stay as they are. */
    public static void createTopics(String bootstrapServers) {
        var topics = Topics.ALL.stream()
                .flatMap(topic -> Stream.of(topic, Topics.deadLetters(topic)))
                .map(topic -> new NewTopic(topic, Optional.of(PARTITIONS), Optional.empty()))
                .toList();
        try (var admin = Admin.create(Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "request.timeout.ms",
                "10000",
                "default.api.timeout.ms",
                "20000"))) {
            for (var creation : admin.createTopics(topics).values().values()) {
                awaitCreated(creation);
            }
        }
    }

    private static void awaitCreated(KafkaFuture<Void> creation) {
        try {
            creation.get();
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof TopicExistsException)) {
                throw new StartFailure("Kafka does not make our topics: " + rootMessage(failure), failure);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while making topics", interrupted);
        }
    }

    private static void format(Path data, Properties settings) {
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        var output = new ByteArrayOutputStream();
        try {
            Files.createDirectories(data);
            var file = Files.createTempFile("posthorn-kafka", ".properties");
            try (var writer = Files.newBufferedWriter(file)) {
                settings.store(writer, null);
            }
            var arguments = List.of(
                    "format", "--ignore-formatted", "-t", Uuid.randomUuid().toString(), "-c", file.toString());
            int code = StorageTool.execute(
                    arguments.toArray(String[]::new), new PrintStream(output, true, StandardCharsets.UTF_8));
            Files.delete(file);
            if (code != 0) {
                throw StartFailure.withLog(
                        "Kafka cannot use " + data + ":",
                        output.toString(StandardCharsets.UTF_8).lines().toList());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String rootMessage(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }
}

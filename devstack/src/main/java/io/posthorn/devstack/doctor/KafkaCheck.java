package io.posthorn.devstack.doctor;

import static io.posthorn.devstack.doctor.Finding.failed;
import static io.posthorn.devstack.doctor.Finding.ok;
import static io.posthorn.devstack.doctor.Finding.warning;

import io.posthorn.contracts.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/** Kafka: whether every topic is there with enough partitions and copies, and whether dead letters lie about. */
record KafkaCheck(Patient patient) implements Check {
    private static final String SUBJECT = "kafka";
    private static final int FEWEST_PARTITIONS = 4;

    @Override
    public String subject() {
        return SUBJECT;
    }

    @Override
    public List<Finding> look() throws InterruptedException {
        var servers = patient.kafka();
        if (servers.isEmpty()) {
            return List.of(ok(SUBJECT, "embedded, not running"));
        }
        try (var admin = Admin.create(Map.of(
                "bootstrap.servers", servers.get(), "request.timeout.ms", "4000", "default.api.timeout.ms", "6000"))) {
            return look(admin);
        } catch (ExecutionException | RuntimeException failure) {
            return List.of(failed(
                    SUBJECT,
                    "%s does not answer".formatted(servers.get()),
                    "Start it, or correct POSTHORN_KAFKA_BOOTSTRAP_SERVERS"));
        }
    }

    private List<Finding> look(Admin admin) throws ExecutionException, InterruptedException {
        var findings = new ArrayList<Finding>();
        var there = admin.listTopics().names().get();
        var missing = new TreeSet<>(Topics.ALL.stream()
                .flatMap(topic -> Stream.of(topic, Topics.deadLetters(topic)))
                .toList());
        missing.removeAll(there);
        if (!missing.isEmpty()) {
            findings.add(failed(SUBJECT, "no topic " + String.join(", ", missing), "deploy/create-topics makes them"));
        }
        var topics = admin.describeTopics(
                        Topics.ALL.stream().filter(there::contains).toList())
                .allTopicNames()
                .get();
        topics.values().forEach(topic -> addPartitions(findings, topic));
        addDeadLetters(
                findings,
                admin,
                there.stream()
                        .filter(Topics.ALL.stream().map(Topics::deadLetters).toList()::contains)
                        .toList());
        if (findings.isEmpty()) {
            findings.add(ok(SUBJECT, "%d topics".formatted(topics.size())));
        }
        return findings;
    }

    private static void addPartitions(List<Finding> findings, TopicDescription topic) {
        if (topic.partitions().size() < FEWEST_PARTITIONS) {
            findings.add(warning(
                    SUBJECT,
                    "%s has %d partitions"
                            .formatted(topic.name(), topic.partitions().size()),
                    "Make at least %d, 64 in production".formatted(FEWEST_PARTITIONS)));
        }
        if (topic.partitions().stream().anyMatch(partition -> partition.leader() == null)) {
            findings.add(failed(SUBJECT, topic.name() + " has partitions without a leader", "Bring its brokers back"));
        } else if (topic.partitions().stream()
                .anyMatch(partition ->
                        partition.isr().size() < partition.replicas().size())) {
            findings.add(warning(SUBJECT, topic.name() + " lacks copies", "Bring its brokers back"));
        }
    }

    private static void addDeadLetters(List<Finding> findings, Admin admin, List<String> deadLetters)
            throws ExecutionException, InterruptedException {
        var latest = new HashMap<TopicPartition, OffsetSpec>();
        var earliest = new HashMap<TopicPartition, OffsetSpec>();
        admin.describeTopics(deadLetters).allTopicNames().get().values().forEach(topic -> topic.partitions()
                .forEach(partition -> {
                    var one = new TopicPartition(topic.name(), partition.partition());
                    latest.put(one, OffsetSpec.latest());
                    earliest.put(one, OffsetSpec.earliest());
                }));
        var ends = admin.listOffsets(latest).all().get();
        var begins = admin.listOffsets(earliest).all().get();
        var replayed = admin.listConsumerGroupOffsets("posthorn-dead-letters")
                .partitionsToOffsetAndMetadata()
                .get();
        long waiting = ends.entrySet().stream()
                .mapToLong(end -> {
                    var done = replayed.get(end.getKey());
                    return end.getValue().offset()
                            - Math.max(begins.get(end.getKey()).offset(), done == null ? 0 : done.offset());
                })
                .sum();
        if (waiting > 0) {
            findings.add(warning(SUBJECT, waiting + " dead letters wait", "./posthorn dead-letters shows why"));
        }
    }
}

package io.posthorn.devstack.deadletter;

import io.posthorn.contracts.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Reads dead letters that were not replayed yet. Which were is kept on Kafka, as the position of a consumer group. */
public final class DeadLetters implements AutoCloseable {
    private static final String GROUP = "posthorn-dead-letters";
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final String bootstrapServers;
    private final KafkaConsumer<byte[], byte[]> consumer;

    public DeadLetters(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "group.id", GROUP, "enable.auto.commit", false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** The oldest of each topic first, at most so many in all. */
    List<DeadLetter> waiting(List<String> topics, int limit) {
        var partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(Topics.deadLetters(topic)).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        var begins = consumer.beginningOffsets(partitions);
        var done = consumer.committed(Map.copyOf(begins).keySet());
        partitions.forEach(partition -> consumer.seek(
                partition,
                Math.max(
                        begins.get(partition),
                        done.get(partition) == null ? 0 : done.get(partition).offset())));
        var ends = consumer.endOffsets(partitions);
        var found = new ArrayList<DeadLetter>();
        while (found.size() < limit
                && partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
            for (var record : consumer.poll(PATIENCE)) {
                if (found.size() < limit
                        && record.offset() < ends.get(new TopicPartition(record.topic(), record.partition()))) {
                    found.add(DeadLetter.of(record));
                }
            }
        }
        return found;
    }

    /** Sends them to their topics again and, once all are there, does not show them any more. */
    void replay(List<DeadLetter> letters) throws ExecutionException, InterruptedException {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", bootstrapServers, "acks", "all", "enable.idempotence", true),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            var sent = new ArrayList<Future<RecordMetadata>>();
            letters.forEach(letter -> sent.add(producer.send(letter.again())));
            for (var one : sent) {
                one.get();
            }
        }
        var done = new HashMap<TopicPartition, OffsetAndMetadata>();
        for (var letter : letters) {
            var record = letter.record();
            done.merge(
                    new TopicPartition(record.topic(), record.partition()),
                    new OffsetAndMetadata(record.offset() + 1),
                    (one, other) -> one.offset() > other.offset() ? one : other);
        }
        consumer.commitSync(done);
    }

    @Override
    public void close() {
        consumer.close();
    }
}

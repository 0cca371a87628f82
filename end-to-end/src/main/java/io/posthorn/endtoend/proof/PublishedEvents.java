package io.posthorn.endtoend.proof;

import io.posthorn.endtoend.proof.EventOrder.Event;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Looks at what really is on Kafka. */
public record PublishedEvents(String bootstrapServers) {
    /** True when a consumer has said of all partitions that it ever took from that it has had everything, repetitions as well. */
    public boolean areTakenBy(String consumerGroup) throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(settings())) {
            var taken = admin.listConsumerGroupOffsets(consumerGroup)
                    .partitionsToOffsetAndMetadata()
                    .get();
            var ends = admin.listOffsets(taken.keySet().stream()
                            .collect(Collectors.toMap(Function.identity(), one -> OffsetSpec.latest())))
                    .all()
                    .get();
            return !taken.isEmpty()
                    && taken.entrySet().stream()
                            .allMatch(entry -> entry.getValue().offset()
                                    >= ends.get(entry.getKey()).offset());
        }
    }

    public List<Event> read(Set<String> topics) {
        try (var consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<Event>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(500))
                        .forEach(record -> found.add(new Event(
                                record.topic(),
                                record.key(),
                                new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8))));
            }
            return found;
        }
    }

    private Map<String, Object> settings() {
        return Map.of("bootstrap.servers", bootstrapServers);
    }
}

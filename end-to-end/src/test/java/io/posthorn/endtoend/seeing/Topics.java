package io.posthorn.endtoend.seeing;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.devstack.client.JsonHttp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Everything on the topics of ours. */
record Topics(String bootstrapServers) {
    record Published(String topic, String key, Map<String, String> headers, JsonNode payload) {
        String type() {
            return headers.getOrDefault("ce_type", "");
        }
    }

    List<Published> everything() {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.listTopics().entrySet().stream()
                    .filter(topic -> topic.getKey().startsWith("posthorn."))
                    .flatMap(topic -> topic.getValue().stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<Published>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(500)).forEach(record -> {
                    var headers = new HashMap<String, String>();
                    record.headers()
                            .forEach(header ->
                                    headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
                    found.add(new Published(record.topic(), record.key(), headers, json(record.value())));
                });
            }
            return found;
        }
    }

    private static JsonNode json(byte[] payload) {
        try {
            return JsonHttp.MAPPER.readTree(payload);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

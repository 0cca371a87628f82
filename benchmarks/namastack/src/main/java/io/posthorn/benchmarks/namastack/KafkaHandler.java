package io.posthorn.benchmarks.namastack;

import io.namastack.outbox.handler.OutboxRecordMetadata;
import io.namastack.outbox.handler.OutboxTypedHandler;
import jakarta.annotation.PreDestroy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Sends a record with the durability and the headers of our own relay, and returns when Kafka has it, as the peer's own Kafka
 * handler does: a record counts as published when its handler returns. The handlers that run at the same time share batches.
 */
@Component
public class KafkaHandler implements OutboxTypedHandler<PeerEvent> {
    private final KafkaProducer<String, byte[]> producer;
    private final String topic;

    KafkaHandler(
            @Value("${peer.kafka}") String bootstrapServers,
            @Value("${peer.topic}") String topic,
            @Value("${peer.linger-millis}") int lingerMillis) {
        this.topic = topic;
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.LINGER_MS_CONFIG,
                        lingerMillis,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        256 * 1024),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @Override
    public void handle(PeerEvent event, OutboxRecordMetadata metadata) {
        try {
            producer.send(record(event, metadata.getKey())).get();
        } catch (ExecutionException refused) {
            throw new IllegalStateException("Kafka did not take a record", refused.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while sending", interrupted);
        }
    }

    private ProducerRecord<String, byte[]> record(PeerEvent event, String key) {
        var record = new ProducerRecord<>(topic, key, bytes(event.body()));
        record.headers()
                .add("ce_specversion", bytes("1.0"))
                .add("content-type", bytes("application/json"))
                .add("ce_id", bytes(event.eventId()))
                .add("ce_type", bytes(event.type()))
                .add("ce_source", bytes("/peer"))
                .add("ce_time", bytes(event.occurredAt()))
                .add("ce_subject", bytes(key))
                .add("ce_workspaceid", bytes(event.workspaceId()))
                .add("ce_version", bytes(Long.toString(event.version())))
                .add("traceparent", bytes(event.traceParent()));
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @PreDestroy
    void close() {
        producer.close();
    }
}

package io.posthorn.kit.outbox;

import io.posthorn.kit.event.CloudEventHeaders;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands rows to Kafka in order and answers when every replica in sync has them. */
@ApplicationScoped
class EventPublisher {
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final String bootstrapServers;
    private final String source;
    private KafkaProducer<String, byte[]> producer;

    EventPublisher(
            @ConfigProperty(name = "posthorn.kafka.bootstrap-servers") String bootstrapServers,
            @ConfigProperty(name = "posthorn.service") String service) {
        this.bootstrapServers = bootstrapServers;
        this.source = "/posthorn/" + service;
    }

    Uni<Void> publish(List<OutboxRow> rows) {
        // The producer blocks while it looks for the brokers and while we wait for the acknowledgements.
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> publishAndWait(rows))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private void publishAndWait(List<OutboxRow> rows) {
        var open = producer();
        var sent = new ArrayList<Future<RecordMetadata>>(rows.size());
        for (var row : rows) {
            var future = open.send(record(row));
            if (future.isDone()) {
                acknowledged(future); // refused at once: what follows must not overtake it
            }
            sent.add(future);
        }
        open.flush();
        sent.forEach(EventPublisher::acknowledged);
    }

    private static void acknowledged(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while publishing", interrupted);
        } catch (ExecutionException refused) {
            throw new IllegalStateException("Kafka did not take an event", refused.getCause());
        }
    }

    private ProducerRecord<String, byte[]> record(OutboxRow row) {
        var record = new ProducerRecord<>(row.topic(), row.key().toString(), row.payload());
        CloudEventHeaders.write(
                record.headers(),
                Map.of(
                        CloudEventHeaders.ID, row.eventId().toString(),
                        CloudEventHeaders.TYPE, row.type(),
                        CloudEventHeaders.SOURCE, source,
                        CloudEventHeaders.TIME, row.occurredAt().toString(),
                        CloudEventHeaders.SUBJECT, row.key().toString(),
                        CloudEventHeaders.WORKSPACE, row.workspaceId().toString(),
                        CloudEventHeaders.VERSION, Long.toString(row.version()),
                        CloudEventHeaders.TRACE_PARENT, row.traceParent()));
        return record;
    }

    /** Made at first use, on a worker thread; only the relay's loop, which never overlaps itself, comes here. */
    private synchronized KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(
                    Map.of(
                            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                            bootstrapServers,
                            ProducerConfig.ACKS_CONFIG,
                            "all",
                            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                            true,
                            // For ever: an event that was given up would be overtaken by those behind it.
                            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                            Integer.MAX_VALUE,
                            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                            10_000,
                            ProducerConfig.MAX_BLOCK_MS_CONFIG,
                            10_000,
                            ProducerConfig.BATCH_SIZE_CONFIG,
                            256 * 1024),
                    new StringSerializer(),
                    new ByteArraySerializer());
        }
        return producer;
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(LAST_WORDS);
        }
    }
}

package io.posthorn.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.posthorn.contracts.EventType;
import io.posthorn.contracts.PosthornEvent;
import io.posthorn.kit.Ids;
import io.posthorn.kit.event.CloudEventHeaders;
import io.posthorn.testkit.Stores;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes on the real broker as the other services' relays do. */
public final class EventsOnTopics implements AutoCloseable {
    public static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", Stores.kafka(), "linger.ms", 0),
            new StringSerializer(),
            new ByteArraySerializer());

    /** Publishes as the aggregate's first version. */
    public UUID publish(UUID workspaceId, PosthornEvent event) {
        return publish(workspaceId, 1, event);
    }

    public UUID publish(UUID workspaceId, long version, PosthornEvent event) {
        return publish(Ids.next(), workspaceId, version, event);
    }

    public UUID publish(UUID eventId, UUID workspaceId, long version, PosthornEvent event) {
        return publish(eventId, workspaceId, version, event, Instant.now());
    }

    public UUID publish(UUID eventId, UUID workspaceId, long version, PosthornEvent event, Instant time) {
        var type = EventType.of(event);
        send(
                type.topic(),
                event.key().toString(),
                Map.of(
                        CloudEventHeaders.ID, eventId.toString(),
                        CloudEventHeaders.TYPE, type.type(),
                        CloudEventHeaders.SOURCE, "posthorn/test",
                        CloudEventHeaders.TIME, time.toString(),
                        CloudEventHeaders.WORKSPACE, workspaceId.toString(),
                        CloudEventHeaders.VERSION, String.valueOf(version),
                        CloudEventHeaders.TRACE_PARENT, TRACE),
                bytes(event));
        return eventId;
    }

    /** Publishes whatever a test wants to see digested, or refused. */
    public void send(String topic, String key, Map<String, String> headers, byte[] payload) {
        var record = new ProducerRecord<>(topic, key, payload);
        CloudEventHeaders.write(record.headers(), headers);
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private byte[] bytes(PosthornEvent event) {
        try {
            return json.writeValueAsBytes(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}

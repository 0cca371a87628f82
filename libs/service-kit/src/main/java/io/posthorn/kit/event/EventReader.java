package io.posthorn.kit.event;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.posthorn.contracts.EventType;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/** Reads records of our topics; a type or component that this version does not know is no failure, a broken one is. */
@ApplicationScoped
public class EventReader {
    private final ObjectReader json;

    EventReader(ObjectMapper mapper) {
        this.json = mapper.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** Empty for a type that this version does not know. */
    public Optional<IncomingEvent> read(ConsumerRecord<String, byte[]> record) {
        return EventType.named(required(record.headers(), CloudEventHeaders.TYPE))
                .map(type -> read(record, type));
    }

    private IncomingEvent read(ConsumerRecord<String, byte[]> record, EventType type) {
        var headers = record.headers();
        try {
            return new IncomingEvent(
                    UUID.fromString(required(headers, CloudEventHeaders.ID)),
                    type.type(),
                    required(headers, CloudEventHeaders.SOURCE),
                    Instant.parse(required(headers, CloudEventHeaders.TIME)),
                    UUID.fromString(required(headers, CloudEventHeaders.WORKSPACE)),
                    Long.parseLong(required(headers, CloudEventHeaders.VERSION)),
                    CloudEventHeaders.read(headers, CloudEventHeaders.TRACE_PARENT),
                    json.forType(type.record()).readValue(record.value()));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("Unreadable payload of " + type.type(), unreadable);
        }
    }

    private static String required(Headers headers, String name) {
        var value = CloudEventHeaders.read(headers, name);
        if (value == null) {
            throw new IllegalArgumentException("Header " + name + " is missing");
        }
        return value;
    }
}

package io.posthorn.contracts;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes what is checked in under {@code docs/api/events}: a JSON Schema for each event, and the AsyncAPI document of all. */
final class EventDocuments {
    static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();
    private static final Map<Class<?>, String[]> TYPES = Map.of(
            UUID.class, new String[] {"string", "uuid"},
            Instant.class, new String[] {"string", "date-time"},
            String.class, new String[] {"string", null},
            long.class, new String[] {"integer", "int64"},
            int.class, new String[] {"integer", "int32"},
            Integer.class, new String[] {"integer", "int32"},
            List.class, new String[] {"array", null});

    private EventDocuments() {}

    /** Consumers ignore what they do not know, so further properties are allowed. */
    static ObjectNode schema(EventType event) {
        var schema = JSON.createObjectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", event.type())
                .put("type", "object");
        var properties = schema.putObject("properties");
        for (var component : event.record().getRecordComponents()) {
            var type = TYPES.get(component.getType());
            if (type == null) {
                throw new IllegalStateException("%s.%s: choose a wire form for %s"
                        .formatted(event.record().getSimpleName(), component.getName(), component.getType()));
            }
            var property = properties.putObject(component.getName()).put("type", type[0]);
            if (type[1] != null) {
                property.put("format", type[1]);
            }
        }
        return schema;
    }

    static ObjectNode asyncApi() {
        var document = JSON.createObjectNode().put("asyncapi", "3.0.0");
        document.putObject("info").put("title", "Posthorn events").put("version", "1");
        var channels = document.putObject("channels");
        var operations = document.putObject("operations");
        var schemas = document.putObject("components").putObject("schemas");
        for (var topic : Topics.ALL) {
            channels.putObject(topic).put("address", topic).putObject("messages");
            operations
                    .putObject("receive-" + topic)
                    .put("action", "receive")
                    .putObject("channel")
                    .put("$ref", "#/channels/" + topic);
        }
        for (var event : EventType.values()) {
            var message = channels.withObject("/" + event.topic().replace("/", "~1") + "/messages")
                    .putObject(event.type())
                    .put("name", event.type())
                    .put("contentType", "application/json");
            message.putObject("payload").put("$ref", "#/components/schemas/" + event.type());
            var headers = message.putObject("headers").put("type", "object").putObject("properties");
            for (var name : new String[] {
                "ce_id", "ce_type", "ce_source", "ce_time", "ce_subject", "ce_workspaceid", "ce_version", "traceparent"
            }) {
                headers.putObject(name).put("type", "string");
            }
            var schema = schema(event);
            schema.remove("$schema");
            schemas.set(event.type(), schema);
        }
        return document;
    }
}

package io.posthorn.kit.event;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.common.header.Headers;

/** CloudEvents 1.0 binary mode over Kafka; extension attributes carry the prefix too, {@code traceparent} is W3C's own. */
public final class CloudEventHeaders {
    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String TIME = "ce_time";
    public static final String SUBJECT = "ce_subject";
    public static final String WORKSPACE = "ce_workspaceid";
    public static final String VERSION = "ce_version";
    public static final String TRACE_PARENT = "traceparent";

    private CloudEventHeaders() {}

    public static void write(Headers headers, Map<String, String> attributes) {
        add(headers, "ce_specversion", "1.0");
        add(headers, "content-type", "application/json");
        attributes.forEach((name, value) -> add(headers, name, value));
    }

    /** Null when the header is missing. */
    public static String read(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}

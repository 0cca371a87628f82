package io.posthorn.devstack.deadletter;

import io.posthorn.contracts.Topics;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** An event as it lies in {@code <topic>.dlq}: as it came, with headers that say why. */
record DeadLetter(String topic, ConsumerRecord<byte[], byte[]> record) {
    private static final String ADDED = "dead-letter-";
    private static final int LONGEST_REASON = 200;

    static DeadLetter of(ConsumerRecord<byte[], byte[]> record) {
        var suffix = Topics.deadLetters("");
        return new DeadLetter(record.topic().substring(0, record.topic().length() - suffix.length()), record);
    }

    String id() {
        return header("ce_id");
    }

    String type() {
        return header("ce_type");
    }

    /** On one line: it is shown in a terminal, and its words came from outside. */
    String reason() {
        var reason = header(ADDED + "reason").replaceAll("\\p{Cntrl}", " ");
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
    }

    /** As it was when it came first: consumers that had it know its id, the one that failed gets another chance. */
    ProducerRecord<byte[], byte[]> again() {
        var again = new ProducerRecord<>(topic, record.key(), record.value());
        record.headers().forEach(header -> {
            if (!header.key().startsWith(ADDED)) {
                again.headers().add(header);
            }
        });
        return again;
    }

    private String header(String name) {
        var header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? "-" : new String(header.value(), StandardCharsets.UTF_8);
    }
}

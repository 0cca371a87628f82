package io.posthorn.benchmarks.relay;

import io.posthorn.benchmarks.measure.CpuTime;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The floor: the same records with the same durability from memory, in batches as large as a relay under this load makes. */
final class RawProducer {
    private static final int BATCH = 40;
    private static final int HEADERS = 10;
    private static final byte[] HEADER = Event.TRACE.substring(0, 36).getBytes(StandardCharsets.US_ASCII);

    private RawProducer() {}

    /** Events per second of processor time of this process. */
    static double eventsPerCpuSecond(String kafka, String topic, int events) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all", "enable.idempotence", true, "batch.size", 256 * 1024),
                new StringSerializer(),
                new ByteArraySerializer())) {
            send(producer, topic, events / 2);
            var cpu = CpuTime.of(Map.of("producer", ProcessHandle.current()));
            send(producer, topic, events);
            return events / cpu.used().get("producer");
        }
    }

    private static void send(KafkaProducer<String, byte[]> producer, String topic, int events) {
        for (int number = 0; number < events; number++) {
            var event = Event.of(number);
            var record = new ProducerRecord<>(
                    topic, event.key().toString(), event.payload().getBytes(StandardCharsets.UTF_8));
            record.headers().add("ce_version", "0".getBytes(StandardCharsets.US_ASCII));
            for (int header = 1; header < HEADERS; header++) {
                record.headers().add("ce_header" + header, HEADER);
            }
            producer.send(record);
            if (number % BATCH == 0) {
                producer.flush();
            }
        }
        producer.flush();
    }
}

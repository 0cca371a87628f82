package io.posthorn.benchmarks.relay;

import io.posthorn.benchmarks.measure.Latencies;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A consumer that looks for every event, and at how long after its commit it can be read. */
final class Arrivals implements AutoCloseable {
    private final KafkaConsumer<String, byte[]> consumer;
    private final AtomicLongArray committedAt;
    private final BitSet arrived = new BitSet();
    private final Latencies latencies = new Latencies();
    private final int firstMeasured;
    private final Thread thread;
    private volatile boolean closing;
    private volatile int count;

    Arrivals(String kafka, String topic, int events, int firstMeasured) {
        this.committedAt = new AtomicLongArray(events);
        this.firstMeasured = firstMeasured;
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "fetch.min.bytes", 1),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        this.thread = Thread.ofPlatform().name("arrivals").start(this::read);
    }

    void committed(int number) {
        committedAt.compareAndSet(number, 0, System.nanoTime());
    }

    /** Different ones, however often each came. */
    int count() {
        return count;
    }

    Latencies latencies() {
        return latencies;
    }

    private void read() {
        try (consumer) {
            while (!closing) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    var version = record.headers().lastHeader("ce_version").value();
                    arrived(Integer.parseInt(new String(version, StandardCharsets.US_ASCII)));
                });
            }
        }
    }

    private void arrived(int number) {
        if (arrived.get(number)) {
            return;
        }
        arrived.set(number);
        count++;
        if (number >= firstMeasured) {
            long committed = committedAt.get(number);
            // Kafka can be quicker than the commit's answer to whoever committed.
            latencies.recordSince(committed == 0 ? System.nanoTime() : committed);
        }
    }

    @Override
    public void close() throws InterruptedException {
        closing = true;
        thread.join();
    }
}

package io.posthorn.devstack.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.contracts.Topics;
import io.posthorn.devstack.store.StoreSet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLettersIT {
    @TempDir
    private Path folder;

    @Test
    void areShownWithTheirReasonAndReplayedOnceAsTheyCameFirst() throws Exception {
        try (var stores = new StoreSet(folder, "super")) {
            var kafka = stores.startKafka();
            bury(kafka, "one", "two");

            try (var letters = new DeadLetters(kafka)) {
                var waiting = letters.waiting(Topics.ALL, 100);
                assertThat(waiting).extracting(DeadLetter::reason).containsOnly("broken  [31mred");
                assertThat(waiting).extracting(DeadLetter::type).containsOnly("posthorn.contact.created");
                letters.replay(waiting);
            }

            assertThat(read(kafka)).extracting(ConsumerRecord::value).containsExactlyInAnyOrder("one", "two");
            assertThat(read(kafka)).allSatisfy(record -> {
                assertThat(record.key()).isEqualTo("key");
                assertThat(record.headers().lastHeader("ce_id")).isNotNull();
                assertThat(record.headers().lastHeader("dead-letter-reason")).isNull();
            });
            try (var letters = new DeadLetters(kafka)) {
                assertThat(letters.waiting(Topics.ALL, 100)).isEmpty();
            }
            bury(kafka, "three");
            try (var letters = new DeadLetters(kafka)) {
                assertThat(letters.waiting(List.of(Topics.CONTACT), 100)).hasSize(1);
                assertThat(letters.waiting(List.of(Topics.MESSAGE), 100)).isEmpty();
            }
        }
    }

    private static void bury(String kafka, String... values) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", kafka), new StringSerializer(), new StringSerializer())) {
            for (var value : values) {
                var record = new ProducerRecord<>(Topics.deadLetters(Topics.CONTACT), "key", value);
                record.headers().add("ce_id", bytes("id of " + value));
                record.headers().add("ce_type", bytes("posthorn.contact.created"));
                record.headers().add("dead-letter-reason", bytes("broken\n\u001b[31mred"));
                producer.send(record);
            }
        }
    }

    private static List<ConsumerRecord<String, String>> read(String kafka) {
        var found = new ArrayList<ConsumerRecord<String, String>>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", kafka),
                new StringDeserializer(),
                new StringDeserializer())) {
            var partitions = consumer.partitionsFor(Topics.CONTACT).stream()
                    .map(partition -> new TopicPartition(Topics.CONTACT, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
        }
        return found;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package io.posthorn.admin.projection;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.admin.EventsOnTopics;
import io.posthorn.admin.SomeEvents;
import io.posthorn.contracts.EventType;
import io.posthorn.contracts.Topics;
import io.posthorn.kit.Ids;
import io.posthorn.kit.event.CloudEventHeaders;
import io.posthorn.testkit.PosthornStores;
import io.posthorn.testkit.Stores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What cannot be digested is put aside with its reason, on every topic, and holds nothing up. */
@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "admin"))
class PoisonIT {
    static final List<String> TOPICS = Topics.ALL;
    private static EventsOnTopics events;

    private final UUID workspace = UUID.randomUUID();
    private final UUID key = UUID.randomUUID();

    @BeforeAll
    static void openBroker() {
        events = new EventsOnTopics();
    }

    @AfterAll
    static void closeBroker() {
        events.close();
    }

    @ParameterizedTest
    @FieldSource("TOPICS")
    void aRecordWithoutHeadersIsPutAside(String topic) {
        events.send(topic, key.toString(), Map.of(), "{}".getBytes(StandardCharsets.UTF_8));

        assertThat(deadLetter(topic)).contains("ce_type is missing");
    }

    @Test
    void brokenJsonIsPutAsideAndWhatFollowsOnItsPartitionIsDigested() {
        var contact = SomeEvents.contactCreated();
        events.send(
                Topics.CONTACT, key.toString(), headers(), "{\"contactId\": nonsense".getBytes(StandardCharsets.UTF_8));
        var wrongId = headers();
        wrongId.put(CloudEventHeaders.WORKSPACE, "not-a-uuid");
        events.send(Topics.CONTACT, key.toString(), wrongId, "{}".getBytes(StandardCharsets.UTF_8));
        events.send(Topics.CONTACT, key.toString(), headers(), """
                {"contactId":"%s","origin":"inbound","createdAt":"2026-01-31T12:00:00Z","addedLater":true}""".formatted(contact.contactId())
                .getBytes(StandardCharsets.UTF_8));

        await().untilAsserted(() -> assertThat(seen()).isEqualTo("1"));

        assertThat(deadLetter(Topics.CONTACT)).contains("Unreadable payload of posthorn.contact.created");
    }

    @Test
    void anUnknownTypeIsSkipped() {
        var unknown = headers();
        unknown.put(CloudEventHeaders.TYPE, "posthorn.contact.teleported");
        events.send(Topics.CONTACT, key.toString(), unknown, "{}".getBytes(StandardCharsets.UTF_8));
        events.send(
                Topics.CONTACT, key.toString(), headers(), """
                {"contactId":"%s","origin":"api","createdAt":"2026-01-31T12:00:00Z"}""".formatted(key).getBytes(StandardCharsets.UTF_8));

        await().untilAsserted(() -> assertThat(seen()).isEqualTo("1"));

        assertThat(deadLetters(Topics.CONTACT)).isEmpty();
    }

    private Map<String, String> headers() {
        return new HashMap<>(Map.of(
                CloudEventHeaders.ID, Ids.next().toString(),
                CloudEventHeaders.TYPE, EventType.CONTACT_CREATED.type(),
                CloudEventHeaders.SOURCE, "posthorn/test",
                CloudEventHeaders.TIME, Instant.now().toString(),
                CloudEventHeaders.WORKSPACE, workspace.toString(),
                CloudEventHeaders.VERSION, "1"));
    }

    private String seen() {
        return Stores.database("admin")
                .askAsSuperuser(
                        "select coalesce(sum(value), 0) from dashboard_counter where name = 'contacts' and workspace_id = '%s'"
                                .formatted(workspace))
                .getFirst();
    }

    private String deadLetter(String topic) {
        await().untilAsserted(() -> assertThat(deadLetters(topic)).isNotEmpty());
        return CloudEventHeaders.read(deadLetters(topic).getFirst().headers(), "dead-letter-reason");
    }

    /** Those of this test. */
    private List<ConsumerRecord<String, byte[]>> deadLetters(String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", Stores.kafka()), new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(Topics.deadLetters(topic)).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
            return found.stream()
                    .filter(record -> key.toString().equals(record.key()))
                    .toList();
        }
    }
}

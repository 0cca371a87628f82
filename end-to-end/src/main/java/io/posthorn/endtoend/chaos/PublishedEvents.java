package io.posthorn.endtoend.chaos;

import io.posthorn.devstack.stack.Stack;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What messaging-service has written into its outbox against what really is on Kafka. */
final class PublishedEvents {
    private static final String OUTBOX =
            "select topic, key::text, event_id::text from messaging.outbox order by sequence";

    private record Event(String topic, String key, String id) {
        String aggregate() {
            return topic + "/" + key;
        }
    }

    private final Stack stack;
    private final Database database;

    PublishedEvents(Stack stack, Database database) {
        this.stack = stack;
        this.database = database;
    }

    /** Missing events, and aggregates whose events came in another order than they were written. Repetitions are allowed. */
    List<String> violations() throws SQLException {
        var written = database.list(OUTBOX, row -> new Event(row.getString(1), row.getString(2), row.getString(3)));
        var published = published(written.stream().map(Event::topic).collect(Collectors.toSet()));
        var violations = new ArrayList<String>();
        var ids = published.stream().map(Event::id).collect(Collectors.toSet());
        written.stream()
                .filter(event -> !ids.contains(event.id()))
                .forEach(event ->
                        violations.add("Event %s of %s is not on Kafka".formatted(event.id(), event.aggregate())));
        var wanted = byAggregate(written);
        byAggregate(published).forEach((aggregate, events) -> {
            if (wanted.containsKey(aggregate) && !events.equals(wanted.get(aggregate))) {
                violations.add("The events of %s were written as %s and are on Kafka as %s"
                        .formatted(aggregate, wanted.get(aggregate), events));
            }
        });
        return violations;
    }

    /** First occurrences only. */
    private static Map<String, List<String>> byAggregate(List<Event> events) {
        var seen = new HashSet<String>();
        var lists = new HashMap<String, List<String>>();
        events.stream().filter(event -> seen.add(event.id())).forEach(event -> lists.computeIfAbsent(
                        event.aggregate(), key -> new ArrayList<>())
                .add(event.id()));
        return lists;
    }

    private List<Event> published(Set<String> topics) {
        var settings =
                Map.<String, Object>of("bootstrap.servers", stack.stores().kafka());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<Event>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(500))
                        .forEach(record -> found.add(new Event(
                                record.topic(),
                                record.key(),
                                new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8))));
            }
            return found;
        }
    }
}

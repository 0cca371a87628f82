package io.posthorn.devstack.backup;

import io.posthorn.contracts.Topics;
import io.posthorn.devstack.process.StartFailure;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;

/** After a restore Kafka begins anew: its events tell of a time that the database knows nothing of. */
final class EmptyTopics {
    private final String bootstrapServers;

    EmptyTopics(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Refuses when there are events, unless they may be removed. Topics, partitions and groups stay. */
    void ensure(boolean mayRemove) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            var partitions = partitions(admin);
            var begins = offsets(admin, partitions, OffsetSpec.earliest());
            var ends = offsets(admin, partitions, OffsetSpec.latest());
            var filled = new HashMap<TopicPartition, RecordsToDelete>();
            ends.forEach((partition, end) -> {
                if (end.offset() > begins.get(partition).offset()) {
                    filled.put(partition, RecordsToDelete.beforeOffset(end.offset()));
                }
            });
            if (!filled.isEmpty() && !mayRemove) {
                throw new StartFailure(
                        "Kafka at %s holds events of another time. --replace removes them".formatted(bootstrapServers));
            }
            if (!filled.isEmpty()) {
                admin.deleteRecords(filled).all().get();
            }
        } catch (ExecutionException failure) {
            throw new StartFailure(
                    "Kafka at %s: %s"
                            .formatted(bootstrapServers, failure.getCause().getMessage()),
                    failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted", interrupted);
        }
    }

    private static Iterable<TopicPartition> partitions(Admin admin) throws ExecutionException, InterruptedException {
        var there = admin.listTopics().names().get();
        var ours = Topics.ALL.stream()
                .flatMap(topic -> Stream.of(topic, Topics.deadLetters(topic)))
                .filter(there::contains)
                .toList();
        return admin.describeTopics(ours).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
    }

    private static Map<TopicPartition, ListOffsetsResultInfo> offsets(
            Admin admin, Iterable<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        var wanted = new HashMap<TopicPartition, OffsetSpec>();
        partitions.forEach(partition -> wanted.put(partition, which));
        return admin.listOffsets(wanted).all().get();
    }
}

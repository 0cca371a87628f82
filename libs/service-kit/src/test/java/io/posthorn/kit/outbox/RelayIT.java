package io.posthorn.kit.outbox;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.posthorn.contracts.Topics;
import io.posthorn.kit.KitTest;
import io.posthorn.testkit.Stores;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

@KitTest
class RelayIT {
    /** How long a transaction idles: a taste of it in every build, {@code -Dposthorn.test.idle-seconds=60} for the whole meal. */
    private static final Duration IDLE = Duration.ofSeconds(Integer.getInteger("posthorn.test.idle-seconds", 2));

    @Inject
    OutboxWatch watch;

    @Inject
    MeterRegistry meters;

    private final UUID workspace = UUID.randomUUID();
    private final UUID contact = UUID.randomUUID();

    @Test
    void aLongIdleTransactionDelaysButNeitherLosesNorReorders() throws SQLException {
        try (var idle = open();
                var busy = open()) {
            append(idle, contact, 1); // draws its number first and stays open
            IntStream.rangeClosed(2, 50).forEach(version -> {
                append(busy, contact, version);
                commit(busy);
            });

            look();
            assertThat(heardDuring(IDLE)).isEmpty();
            look();
            assertThat(gauge("posthorn.outbox.lag")).isGreaterThanOrEqualTo(49);
            assertThat(gauge("posthorn.outbox.age")).isGreaterThan(1);
            assertThat(gauge("posthorn.outbox.horizon.age")).isGreaterThan(1);
            commit(idle);
        }

        await().untilAsserted(() -> assertThat(heard()).containsExactlyElementsOf(versions(1, 50)));
        await().untilAsserted(() -> {
            look();
            assertThat(gauge("posthorn.outbox.lag")).isZero();
        });
    }

    @Test
    void withoutAGapAnIdleTransactionDelaysNothing() throws SQLException {
        try (var idle = open();
                var busy = open()) {
            append(busy, contact, 1);
            commit(busy);
            await().untilAsserted(() -> assertThat(heard()).containsExactly(1L));
            idle.createStatement().execute("select pg_current_xact_id()");

            append(busy, contact, 2);
            commit(busy);

            await().untilAsserted(() -> assertThat(heard()).containsExactly(1L, 2L));
        }
    }

    @Test
    void aTransactionThatWaitedForTheAggregateComesSecondWhateverItsId() throws SQLException {
        try (var first = open();
                var second = open()) {
            second.createStatement().execute("select pg_current_xact_id()"); // the lower transaction id
            first.createStatement().execute("select pg_current_xact_id()");
            append(first, contact, 1);
            commit(first);
            append(second, contact, 2);
            commit(second);
        }

        await().untilAsserted(() -> assertThat(heard()).containsExactly(1L, 2L));
    }

    /** A snapshot's xmax is one more than the last transaction that ended, not than the last that began. */
    @Test
    void aTransactionThatBeganLastButDrewFirstIsWaitedFor() throws SQLException {
        try (var early = open();
                var late = open()) {
            early.createStatement().execute("select pg_current_xact_id()");
            append(late, contact, 1); // the highest id of all, and nothing with a higher one has ended
            append(early, contact, 2);
            commit(early);

            assertThat(heardDuring(Duration.ofSeconds(1))).isEmpty();
            commit(late);
        }

        await().untilAsserted(() -> assertThat(heard()).containsExactly(1L, 2L));
    }

    @Test
    void rolledBackNumbersHoldUpNobody() throws SQLException {
        try (var connection = open()) {
            append(connection, contact, 1);
            commit(connection);
            append(connection, contact, 2);
            connection.rollback();
            append(connection, contact, 3);
            commit(connection);
        }

        await().untilAsserted(() -> assertThat(heard()).containsExactly(1L, 3L));
    }

    @Test
    void anEventThatComesTwiceHasOneEffectAndAPoisonOneStopsNobody() throws SQLException {
        try (var connection = open()) {
            append(connection, contact, 1);
            commit(connection);
        }
        await().untilAsserted(() -> assertThat(heard()).containsExactly(1L));
        var original = published().getLast();

        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", Stores.kafka()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(copy(original, original.value()));
            producer.send(
                    new ProducerRecord<>(Topics.CONTACT, original.partition(), original.key(), "poison".getBytes()));
        }
        try (var connection = open()) {
            append(connection, contact, 2);
            commit(connection);
        }

        await().untilAsserted(() -> assertThat(heard()).containsExactly(1L, 2L));
        assertThat(meters.get("posthorn.inbox.repeated").counter().count()).isPositive();
        assertThat(meters.get("posthorn.inbox.age").timer().count()).isPositive();
        await().untilAsserted(() -> assertThat(
                        meters.get("posthorn.inbox.failures").counter().count())
                .isPositive());
        await().untilAsserted(() -> assertThat(read(Topics.deadLetters(Topics.CONTACT)))
                .anySatisfy(letter -> assertThat(new String(letter.headers()
                                .lastHeader("dead-letter-reason")
                                .value()))
                        .contains("ce_type is missing")));
    }

    private void look() {
        watch.look().await().atMost(Duration.ofMinutes(1));
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    private void append(Connection connection, UUID key, long version) {
        var sql = """
                insert into outbox (event_id, workspace_id, topic, key, type, version, payload, trace_parent)
                values (gen_random_uuid(), '%s', 'posthorn.contact.v1', '%s', 'posthorn.contact.created', %d,
                    '{"contactId":"%s","origin":"api","createdAt":"2026-01-01T00:00:00Z"}', '00-%s-%s-01')""".formatted(workspace, key, version, key, "1".repeat(32), "2".repeat(16));
        try (var statement = connection.createStatement()) {
            statement.execute("select set_config('posthorn.workspace', '%s', true)".formatted(workspace));
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** As the runtime role, which is what requests write with. */
    private static Connection open() throws SQLException {
        var database = Stores.database("auth");
        var connection = DriverManager.getConnection(
                database.jdbcUrl(),
                database.role("runtime"),
                database.passwords().runtime());
        try (var patience = connection.createStatement()) {
            patience.execute("set idle_in_transaction_session_timeout = 0; set transaction_timeout = 0");
        }
        connection.setAutoCommit(false);
        return connection;
    }

    private List<Long> heard() {
        return Stores.database("auth")
                .askAsSuperuser("select version from heard where workspace_id = '%s' order by id".formatted(workspace))
                .stream()
                .map(Long::valueOf)
                .toList();
    }

    private List<Long> heardDuring(Duration time) {
        var until = System.nanoTime() + time.toNanos();
        await().until(() -> System.nanoTime() > until || !heard().isEmpty());
        return heard();
    }

    private static List<Long> versions(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    private List<ConsumerRecord<String, byte[]>> published() {
        return read(Topics.CONTACT).stream()
                .filter(record -> record.key().equals(contact.toString()))
                .toList();
    }

    private static ProducerRecord<String, byte[]> copy(ConsumerRecord<String, byte[]> original, byte[] value) {
        return new ProducerRecord<>(original.topic(), original.partition(), original.key(), value, original.headers());
    }

    private static List<ConsumerRecord<String, byte[]>> read(String topic) {
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        Stores.kafka(),
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new org.apache.kafka.common.TopicPartition(info.topic(), info.partition()))
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
}

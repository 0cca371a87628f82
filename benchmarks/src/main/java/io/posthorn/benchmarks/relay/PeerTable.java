package io.posthorn.benchmarks.relay;

import io.posthorn.devstack.store.DatabaseProvisioner.Administrator;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The peer's table, with the indexes that it makes itself. Rows have the form of the one that it wrote first. */
final class PeerTable implements OutboxTable {
    static final String APPLICATION = "namastack-peer";
    private static final String ROWS = """
            insert into outbox_record (id, status, record_key, record_type, payload, created_at, completed_at, failure_count,
                                       next_retry_at, partition_no, handler_id)
            select gen_random_uuid()::text, %s, e.key, sample.record_type,
                   jsonb_build_object('eventId', gen_random_uuid(), 'workspaceId', gen_random_uuid(), 'type', '%s',
                                      'version', e.version, 'traceParent', '%s', 'occurredAt', clock_timestamp(),
                                      'body', e.payload)::text,
                   clock_timestamp(), %s, 0, clock_timestamp(), abs(hashtext(e.key) %% 256), sample.handler_id
            from (select record_type, handler_id from outbox_record where record_key = 'sample' limit 1) sample, %s""";
    private static final String APPEND = ROWS.formatted(
            "'NEW'",
            Event.TYPE,
            Event.TRACE,
            "null",
            "unnest(?::text[], ?::bigint[], ?::text[]) as e(key, version, payload)");

    private final Administrator database;

    PeerTable(Administrator database) {
        this.database = database;
    }

    @Override
    public String topic() {
        return "namastack.message.v1";
    }

    @Override
    public void fill(int rows) throws SQLException {
        var filling =
                "(select gen_random_uuid()::text as key, 1 as version, '%s' as payload from generate_series(1, %d)) e"
                        .formatted(Event.of(0).payload(), rows);
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(ROWS.formatted("'COMPLETED'", Event.TYPE, Event.TRACE, "clock_timestamp()", filling));
            statement.execute("vacuum analyze outbox_record");
        }
    }

    @Override
    public Connection connect() throws SQLException {
        return database.connect();
    }

    @Override
    public void append(Connection connection, List<Event> events) throws SQLException {
        try (var append = connection.prepareStatement(APPEND)) {
            append.setArray(
                    1,
                    connection.createArrayOf(
                            "text", events.stream().map(e -> e.key().toString()).toArray()));
            append.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint",
                            events.stream().map(e -> (long) e.number()).toArray()));
            append.setArray(
                    3,
                    connection.createArrayOf(
                            "text", events.stream().map(Event::payload).toArray()));
            append.execute();
        }
    }

    @Override
    public String relaysConnections() {
        return "application_name = '" + APPLICATION + "'";
    }
}

package io.posthorn.benchmarks.relay;

import io.posthorn.devstack.stack.Stack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** messaging-service's outbox, appended to as its requests do: by the runtime role, under row-level security. */
final class OurTable implements OutboxTable {
    private static final UUID WORKSPACE = new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0001L);
    private static final String COLUMNS =
            "outbox (event_id, workspace_id, topic, key, type, version, payload, trace_parent)";
    private static final String FILL = """
            insert into %s
            select gen_random_uuid(), '%s', 'posthorn.message.v1', gen_random_uuid(), '%s', 1, '%s', '%s'
            from generate_series(1, %d)""";
    private static final String APPEND = """
            insert into %s
            select gen_random_uuid(), '%s', 'posthorn.message.v1', e.key, '%s', e.version, e.payload::jsonb, '%s'
            from unnest(?::uuid[], ?::bigint[], ?::text[]) as e(key, version, payload)""".formatted(COLUMNS, WORKSPACE, Event.TYPE, Event.TRACE);

    private final Stack stack;

    OurTable(Stack stack) {
        this.stack = stack;
    }

    @Override
    public String topic() {
        return "posthorn.message.v1";
    }

    @Override
    public void fill(int rows) throws SQLException {
        try (var connection = stack.database().connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set search_path = messaging");
            statement.execute(
                    FILL.formatted(COLUMNS, WORKSPACE, Event.TYPE, Event.of(0).payload(), Event.TRACE, rows));
            statement.execute("update outbox_position set sequence = (select max(sequence) from outbox)");
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("vacuum analyze outbox");
        }
    }

    @Override
    public Connection connect() throws SQLException {
        var connection = DriverManager.getConnection(
                "jdbc:" + stack.database().url(),
                "posthorn_messaging_runtime",
                stack.secrets().database("messaging").runtime());
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public void append(Connection connection, List<Event> events) throws SQLException {
        try (var workspace = connection.prepareStatement("select set_config('posthorn.workspace', ?, true)");
                var append = connection.prepareStatement(APPEND)) {
            workspace.setString(1, WORKSPACE.toString());
            workspace.execute();
            append.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", events.stream().map(Event::key).toArray()));
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
        connection.commit();
    }

    @Override
    public String relaysConnections() {
        return "usename = 'posthorn_messaging_worker'";
    }
}

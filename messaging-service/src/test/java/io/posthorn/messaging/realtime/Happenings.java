package io.posthorn.messaging.realtime;

import io.posthorn.testkit.Stores;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

/** Appends numbered events to a workspace's outbox as requests do: in a transaction of the runtime role. */
final class Happenings implements AutoCloseable {
    private final UUID workspace;
    private final Connection connection;

    private Happenings(UUID workspace, Connection connection) {
        this.workspace = workspace;
        this.connection = connection;
    }

    static Happenings in(UUID workspace) {
        var database = Stores.database("messaging");
        try {
            var connection = DriverManager.getConnection(
                    database.jdbcUrl(),
                    database.role("runtime"),
                    database.passwords().runtime());
            try (var patience = connection.createStatement()) {
                patience.execute("set idle_in_transaction_session_timeout = 0; set transaction_timeout = 0");
            }
            connection.setAutoCommit(false);
            return new Happenings(workspace, connection);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static void happen(UUID workspace, int from, int to) {
        try (var happenings = in(workspace)) {
            happenings.append(from, to, 0).commit();
        }
    }

    static void happenLarge(UUID workspace, int from, int to, int size) {
        try (var happenings = in(workspace)) {
            happenings.append(from, to, size).commit();
        }
    }

    Happenings append(int from, int to, int size) {
        try (var statement = connection.createStatement()) {
            statement.execute("select set_config('posthorn.workspace', '%s', true)".formatted(workspace));
            statement.execute("""
                    insert into outbox (event_id, workspace_id, topic, key, type, version, payload, trace_parent)
                    select gen_random_uuid(), '%1$s', 'posthorn.contact.v1', '%1$s', 'posthorn.contact.created', number,
                        jsonb_build_object('number', number, 'workspace', '%1$s', 'filling', repeat('x', %2$d)),
                        '00-%3$s-%4$s-01'
                    from generate_series(%5$d, %6$d) number""".formatted(workspace, size, "1".repeat(32), "2".repeat(16), from, to));
            return this;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    void commit() {
        try {
            connection.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}

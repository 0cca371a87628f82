package io.posthorn.benchmarks.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A table that a relay reads, ours or the peer's. */
interface OutboxTable {
    String topic();

    /** Rows that were published long ago. */
    void fill(int rows) throws SQLException;

    /** As whoever appends in production. */
    Connection connect() throws SQLException;

    /** In a transaction of its own. */
    void append(Connection connection, List<Event> events) throws SQLException;

    /** Whose connections to PostgreSQL are the relay's: a condition over {@code pg_stat_activity}. */
    String relaysConnections();
}

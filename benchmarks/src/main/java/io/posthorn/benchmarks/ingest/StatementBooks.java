package io.posthorn.benchmarks.ingest;

import io.posthorn.devstack.stack.Stack;
import java.sql.SQLException;

/** PostgreSQL's own books of its statements, from now on. */
final class StatementBooks {
    private final Stack stack;

    StatementBooks(Stack stack) throws SQLException {
        this.stack = stack;
        try (var connection = stack.database().connect();
                var statement = connection.createStatement()) {
            statement.execute("select extensions.pg_stat_statements_reset()");
        }
    }

    double rowsPerCall(String like) throws SQLException {
        try (var connection = stack.database().connect();
                var statement = connection.prepareStatement(
                        "select sum(rows)::float8 / sum(calls) from extensions.pg_stat_statements where query like ?")) {
            statement.setString(1, like);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getDouble(1);
            }
        }
    }
}

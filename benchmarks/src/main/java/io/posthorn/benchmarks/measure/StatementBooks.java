package io.posthorn.benchmarks.measure;

import io.posthorn.devstack.stack.Stack;
import java.sql.SQLException;

/** PostgreSQL's own books of its statements, from now on. */
public final class StatementBooks {
    private static final int TOP = 12;
    private static final int SHOWN = 90;

    private final Stack stack;

    public StatementBooks(Stack stack) throws SQLException {
        this.stack = stack;
        try (var connection = stack.database().connect();
                var statement = connection.createStatement()) {
            statement.execute("select extensions.pg_stat_statements_reset()");
        }
    }

    public double rowsPerCall(String like) throws SQLException {
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

    /** Where PostgreSQL's time went: the costliest statements, one a line. */
    public void print(Report report) throws SQLException {
        try (var connection = stack.database().connect();
                var statement = connection.prepareStatement("""
                        select total_exec_time, calls, mean_exec_time, max_exec_time, rows, regexp_replace(query, '\\s+', ' ', 'g')
                        from extensions.pg_stat_statements order by total_exec_time desc limit ?""")) {
            statement.setInt(1, TOP);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var query = rows.getString(6);
                    report.progress(
                            "  %7.0f ms in %6d calls, mean %6.2f, longest %5.0f, %7d rows: %s",
                            rows.getDouble(1),
                            rows.getLong(2),
                            rows.getDouble(3),
                            rows.getDouble(4),
                            rows.getLong(5),
                            query.substring(0, Math.min(SHOWN, query.length())));
                }
            }
        }
    }
}

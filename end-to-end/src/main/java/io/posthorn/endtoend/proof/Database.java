package io.posthorn.endtoend.proof;

import io.posthorn.devstack.stack.Stack;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks at what is really stored, as a superuser. A connection that broke is made anew by the next look. */
public final class Database implements AutoCloseable {
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final Stack stack;
    private Connection connection;

    public Database(Stack stack) {
        this.stack = stack;
    }

    public synchronized <T> List<T> list(String query, Row<T> reader, Object... parameters) throws SQLException {
        try (var statement = open().prepareStatement(query)) {
            for (int at = 0; at < parameters.length; at++) {
                statement.setObject(at + 1, parameters[at]);
            }
            var found = new ArrayList<T>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
            return found;
        } catch (SQLException failure) {
            close();
            throw failure;
        }
    }

    public long count(String query, Object... parameters) throws SQLException {
        return list(query, row -> row.getLong(1), parameters).getFirst();
    }

    @Override
    public synchronized void close() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException broken) {
            // it is gone, as it should be
        }
        connection = null;
    }

    private Connection open() throws SQLException {
        if (connection == null) {
            connection = stack.database().connect();
        }
        return connection;
    }
}

package io.posthorn.endtoend.chaos;

import io.posthorn.devstack.stack.Stack;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Looks at what is really stored, as a superuser. */
record Database(Stack stack) {
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Calls to Meta whose result nobody has. */
    private static final String CALLS_WITHOUT_RESULT = """
            select a.id from messaging.attempt a join messaging.send_task t using (workspace_id, message_id)
            where t.state = 'calling' and t.attempt_id = a.id and a.outcome = 'calling'""";

    <T> List<T> list(String query, Row<T> reader, Object... parameters) throws SQLException {
        try (Connection connection = stack.database().connect();
                var statement = connection.prepareStatement(query)) {
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
        }
    }

    long count(String query, Object... parameters) throws SQLException {
        return list(query, row -> row.getLong(1), parameters).getFirst();
    }

    /** The attempts that are marked calling at this moment. */
    List<String> callsWithoutResult() throws SQLException {
        return list(CALLS_WITHOUT_RESULT, row -> row.getString(1));
    }

    /** The process of some connection of messaging-service, if there is one. */
    OptionalLong aBackend(int choice) throws SQLException {
        var backends = list(
                "select pid from pg_stat_activity where usename like 'posthorn_messaging%' order by pid",
                row -> row.getLong(1));
        return backends.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(backends.get(Math.floorMod(choice, backends.size())));
    }
}

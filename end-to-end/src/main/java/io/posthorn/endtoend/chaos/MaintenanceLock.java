package io.posthorn.endtoend.chaos;

import io.posthorn.devstack.stack.Stack;
import java.sql.SQLException;

/** A lock as making an index takes it: a table is read as ever, and who wants to write waits. */
final class MaintenanceLock {
    private static final String SOMEBODY_WAITS = """
        select exists (select from pg_locks where relation = ?::regclass and not granted and pid <> pg_backend_pid())\
        """;

    interface Meanwhile {
        void run() throws InterruptedException;
    }

    private MaintenanceLock() {}

    /** True when somebody had to wait for it; without the lock, while the database recovers, it is all the same done. */
    static boolean hold(Stack stack, String table, Meanwhile meanwhile) throws InterruptedException {
        boolean done = false;
        try (var connection = stack.database().connect();
                var statement = connection.createStatement();
                var question = connection.prepareStatement(SOMEBODY_WAITS)) {
            connection.setAutoCommit(false);
            statement.execute("set local lock_timeout = '5s'");
            statement.execute("lock table %s in share mode".formatted(table));
            done = true;
            meanwhile.run();
            question.setString(1, table);
            try (var waiting = question.executeQuery()) {
                return waiting.next() && waiting.getBoolean(1);
            }
        } catch (SQLException recovering) {
            if (!done) {
                meanwhile.run();
            }
            return false;
        }
    }
}

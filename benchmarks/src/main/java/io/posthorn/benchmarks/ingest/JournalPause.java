package io.posthorn.benchmarks.ingest;

import io.posthorn.devstack.stack.Stack;
import java.sql.SQLException;
import java.time.Duration;

/** Holds the lease of whoever works the journal off, so that nobody does. */
final class JournalPause implements AutoCloseable {
    /** The one who had it believes in it for so long. */
    private static final Duration LEASE_TIME = Duration.ofSeconds(8);

    private final Stack stack;

    private JournalPause(Stack stack) {
        this.stack = stack;
    }

    static JournalPause begin(Stack stack) throws SQLException, InterruptedException {
        var pause = new JournalPause(stack);
        pause.execute("""
                insert into messaging.lease as held (job, holder, epoch, expires_at)
                values ('journal', uuidv7(), 1, now() + interval '1 day')
                on conflict (job) do update
                set holder = excluded.holder, epoch = held.epoch + 1, expires_at = excluded.expires_at""");
        Thread.sleep(LEASE_TIME);
        return pause;
    }

    /** Forgets what was written. */
    void empty() throws SQLException {
        execute("truncate messaging.journal_task; truncate messaging.webhook_journal");
    }

    @Override
    public void close() throws SQLException {
        execute("update messaging.lease set expires_at = now() where job = 'journal'");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = stack.database().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

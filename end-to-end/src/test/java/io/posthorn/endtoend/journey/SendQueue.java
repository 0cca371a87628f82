package io.posthorn.endtoend.journey;

import static io.posthorn.endtoend.journey.Patience.await;

import io.posthorn.devstack.stack.Stack;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

/** What one workspace still has to send, read as a superuser, because nobody else may look while the service is dead. */
final class SendQueue {
    private final Stack stack;
    private final UUID workspaceId;

    SendQueue(Stack stack, UUID workspaceId) {
        this.stack = stack;
        this.workspaceId = workspaceId;
    }

    boolean isEmpty() {
        return ask("select count(*) from messaging.send_task where workspace_id = '%s'".formatted(workspaceId)) == 0;
    }

    /** Only exact once the dead service's last transactions have ended, so it waits for its connections to go. */
    int callsWithoutResult() {
        await().until(() ->
                ask("select count(*) from pg_stat_activity where usename like 'posthorn_messaging_%'") == 0);
        return ask("select count(*) from messaging.send_task where state = 'calling' and workspace_id = '%s'"
                .formatted(workspaceId));
    }

    private int ask(String sql) {
        var database = stack.database();
        try (var connection =
                        DriverManager.getConnection("jdbc:" + database.url(), database.user(), database.password());
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}

package io.posthorn.messaging.message;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What was reported of a message, for people to read. */
@ApplicationScoped
class StatusHistoryStore {
    private static final String HISTORY = """
            select state, recipient, provider_at, error_code, error_title from status_ledger
            where workspace_id = $1 and message_id = $2
            order by date_trunc('second', provider_at), status_rank(state), state""";

    Uni<List<MessageView.Status>> find(SqlConnection connection, UUID workspaceId, UUID messageId) {
        return connection
                .preparedQuery(HISTORY)
                .execute(Tuple.of(workspaceId, messageId))
                .map(rows -> {
                    var history = new ArrayList<MessageView.Status>();
                    rows.forEach(row -> history.add(new MessageView.Status(
                            row.getString("state"),
                            row.getOffsetDateTime("provider_at").toInstant(),
                            row.getLong("error_code"),
                            row.getString("error_title"))));
                    return history;
                });
    }
}

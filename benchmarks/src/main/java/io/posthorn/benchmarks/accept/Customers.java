package io.posthorn.benchmarks.accept;

import io.posthorn.devstack.store.DatabaseProvisioner.Administrator;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** People who have just written, so that each may be answered with a text. */
final class Customers {
    private static final String OPEN = """
            with people as (
                insert into contact (workspace_id, id, name)
                select '%1$s', uuidv7(), 'Customer ' || n from generate_series(1, %3$d) as n returning workspace_id, id),
            phones as (
                insert into contact_identity (workspace_id, kind, scope, value, contact_id)
                select workspace_id, 'phone', '', (15550000000 + row_number() over ())::text, id from people),
            counted as (
                insert into conversation_counter (workspace_id, last_number) values ('%1$s', %3$d))
            insert into conversation (workspace_id, id, number, channel_id, contact_id, last_inbound_at, last_message_at)
            select workspace_id, uuidv7(), row_number() over (), '%2$s', id, now(), now() from people returning id""";

    private Customers() {}

    /** Their conversations. */
    static List<UUID> open(Administrator database, UUID workspace, UUID channel, int customers) throws SQLException {
        var conversations = new ArrayList<UUID>();
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("set search_path = messaging, extensions");
            var rows = statement.executeQuery(OPEN.formatted(workspace, channel, customers));
            while (rows.next()) {
                conversations.add(rows.getObject(1, UUID.class));
            }
            statement.execute("analyze contact");
            statement.execute("analyze contact_identity");
            statement.execute("analyze conversation");
        }
        return conversations;
    }
}

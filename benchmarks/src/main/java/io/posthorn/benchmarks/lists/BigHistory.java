package io.posthorn.benchmarks.lists;

import io.posthorn.devstack.store.DatabaseProvisioner.Administrator;
import java.sql.SQLException;
import java.util.UUID;

/**
 * A workspace that has talked for three weeks: many customers who wrote once, and one conversation that is as long as all of
 * those together or longer. "order" stands in every message, "parcel" in one of 300.
 */
final class BigHistory {
    private static final String CONTACTS = """
            insert into contact (workspace_id, id, name)
            select '%1$s', uuidv7((n - %2$d - 1) * interval '20 days' / %2$d), 'Customer ' || n from generate_series(1, %2$d) as n""";
    private static final String IDENTITIES = """
            insert into contact_identity (workspace_id, kind, scope, value, contact_id)
            select workspace_id, 'phone', '', (15550000000 + row_number() over (order by id))::text, id
            from contact where workspace_id = '%1$s'""";
    private static final String CONVERSATIONS = """
            insert into conversation (workspace_id, id, number, channel_id, contact_id, last_inbound_at, last_message_at)
            select workspace_id, uuidv7(), row_number() over (order by id), '%2$s', id,
                   uuid_extract_timestamp(id), uuid_extract_timestamp(id)
            from contact where workspace_id = '%1$s'""";
    private static final String FIRST_MESSAGES = """
            insert into message (workspace_id, id, conversation_id, channel_id, contact_id, direction, type, content, status)
            select workspace_id, uuidv7(uuid_extract_timestamp(contact_id) - now()), id, channel_id, contact_id, 'inbound', 'text',
                   jsonb_build_object('body', 'Where is my order ' || number || ', please?'), 'received'
            from conversation where workspace_id = '%1$s'""";
    private static final String LONG_TALK = """
            insert into message (workspace_id, id, conversation_id, channel_id, contact_id, direction, type, content, status)
            select c.workspace_id, uuidv7((n - %2$d - 1) * interval '20 days' / %2$d), c.id, c.channel_id, c.contact_id, 'outbound', 'text',
                   jsonb_build_object('body', 'Your order ' || n || case when n %% 300 = 0 then ' is a parcel' else ' is a letter' end
                       || ' that leaves house ' || n %% 1000 || ' today.'), 'read'
            from conversation c, generate_series(1, %2$d) as n where c.workspace_id = '%1$s' and c.number = 1""";

    private final Administrator database;
    private final UUID workspace;
    private final UUID channel;

    BigHistory(Administrator database, UUID workspace, UUID channel) {
        this.channel = channel;
        this.database = database;
        this.workspace = workspace;
    }

    void fill(int messages, int customers) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("set search_path = messaging, extensions; set gin_pending_list_limit = '64MB'");
            statement.execute(CONTACTS.formatted(workspace, customers));
            statement.execute(IDENTITIES.formatted(workspace));
            statement.execute(CONVERSATIONS.formatted(workspace, channel));
            statement.execute(FIRST_MESSAGES.formatted(workspace));
            statement.execute(LONG_TALK.formatted(workspace, messages - customers));
            statement.execute("set maintenance_work_mem = '256MB'");
            for (var table : new String[] {"contact", "contact_identity", "conversation", "message"}) {
                statement.execute("vacuum analyze " + table);
            }
        }
    }

    UUID longTalk() throws SQLException {
        return UUID.fromString(one("select id from conversation where workspace_id = '%s' and number = 1"));
    }

    /** Where the page that ends with the row of this rank (from 1) ended. */
    String cursor(String timeAndIdOfRows, long rank) throws SQLException {
        var found =
                one(timeAndIdOfRows + " offset %d limit 1".formatted(rank - 1)).split(" ");
        return Cursors.encoded(Long.parseLong(found[0]), UUID.fromString(found[1]));
    }

    long count(String rows) throws SQLException {
        return Long.parseLong(one("select count(*) from (" + rows + ") as rows"));
    }

    private String one(String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("set search_path = messaging, extensions");
            var rows = statement.executeQuery(sql.replace("%s", workspace.toString()));
            rows.next();
            return rows.getString(1);
        }
    }
}

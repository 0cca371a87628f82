package io.posthorn.benchmarks.send;

import io.posthorn.devstack.client.Account;
import io.posthorn.devstack.stack.Stack;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/** A workspace with a number, the people whom it may write to, and what waits in its queue. */
final class Sender {
    /** They have all just written, so that texts may be sent to them. */
    private static final String PEOPLE = """
            with people as (
                insert into messaging.contact (workspace_id, id) select ?, uuidv7() from generate_series(1, ?)
                returning workspace_id, id),
            numbered as (select workspace_id, id, row_number() over (order by id) - 1 + ? as place from people),
            named as (
                insert into messaging.contact_identity (workspace_id, kind, scope, value, contact_id)
                select workspace_id, 'phone', '', '1555' || lpad(place::text, 7, '0'), id from numbered)
            insert into messaging.conversation (workspace_id, id, number, channel_id, contact_id, last_inbound_at, last_message_at)
            select workspace_id, uuidv7(), ? + place, ?, id, now(), now() from numbered order by place""";
    /** As accepting leaves them, all at once. */
    private static final String QUEUE = """
            with accepted as (
                insert into messaging.message (workspace_id, id, conversation_id, channel_id, contact_id, direction, type, content, status)
                select workspace_id, uuidv7(), id, channel_id, contact_id, 'outbound', 'text',
                       jsonb_build_object('body', 'm-' || number - ?), 'queued'
                from messaging.conversation
                where workspace_id = ? and channel_id = ? and number >= ? and number < ? order by number
                returning workspace_id, id, channel_id, contact_id)
            insert into messaging.send_task (workspace_id, message_id, channel_id, recipient)
            select a.workspace_id, a.id, a.channel_id, i.value from accepted a
            join messaging.contact_identity i on i.workspace_id = a.workspace_id and i.contact_id = a.contact_id
            order by a.id""";

    private static final String ANALYZE =
            "analyze messaging.contact, messaging.contact_identity, messaging.conversation,"
                    + " messaging.message, messaging.send_task";
    /** Conversations that come by themselves are counted from 1. */
    private static final long FIRST_NUMBER = 1_000_000_000L;

    private final Stack stack;
    private final Account account;
    private final String phoneNumberId;
    private final UUID channelId;
    private final String webhookUrl;
    private int people;

    private Sender(Stack stack, Account account, String phoneNumberId, UUID channelId, String webhookUrl) {
        this.stack = stack;
        this.account = account;
        this.phoneNumberId = phoneNumberId;
        this.channelId = channelId;
        this.webhookUrl = webhookUrl;
    }

    /** @param channel what connects a number, as in {@link Account#channel} */
    static Sender open(Stack stack, Account account, Map<String, String> channel) {
        var connected = account.post("/api/v1/channels", channel).expect(201).body();
        return new Sender(
                stack,
                account,
                channel.get("phoneNumberId"),
                UUID.fromString(connected.path("id").asText()),
                connected.path("webhook").path("url").asText());
    }

    Account account() {
        return account;
    }

    String phoneNumberId() {
        return phoneNumberId;
    }

    String webhookUrl() {
        return webhookUrl;
    }

    /** What Meta allows the number. */
    void allow(int callsPerSecond) throws SQLException {
        update("update messaging.channel set calls_per_second = ? where id = ?", statement -> {
            statement.setInt(1, callsPerSecond);
            statement.setObject(2, channelId);
        });
    }

    /** Answers the place of the first. */
    int meet(int count) throws SQLException {
        int first = people;
        update(PEOPLE, statement -> {
            statement.setObject(1, account.workspaceId());
            statement.setInt(2, count);
            statement.setInt(3, first);
            statement.setLong(4, FIRST_NUMBER);
            statement.setObject(5, channelId);
        });
        people += count;
        update(ANALYZE, statement -> {});
        return first;
    }

    /** One message for each of so many people, numbered from 0. */
    void queue(int first, int count) throws SQLException {
        update(QUEUE, statement -> {
            statement.setLong(1, FIRST_NUMBER + first);
            statement.setObject(2, account.workspaceId());
            statement.setObject(3, channelId);
            statement.setLong(4, FIRST_NUMBER + first);
            statement.setLong(5, FIRST_NUMBER + first + count);
        });
    }

    static String phoneOf(int place) {
        return "+1555%07d".formatted(place);
    }

    /** What has not left does not leave any more. */
    void forgetQueue() throws SQLException {
        update(
                "delete from messaging.send_task where channel_id = ? and state in ('queued', 'waiting')",
                statement -> statement.setObject(1, channelId));
    }

    long shownAs(String status) throws SQLException {
        return count(
                "select count(*) from messaging.message where channel_id = ? and direction = 'outbound' and status = ?",
                status);
    }

    long counted(String counter) throws SQLException {
        try (var connection = stack.database().connect();
                var statement = connection.prepareStatement(
                        "select coalesce(sum(value), 0) from admin.dashboard_counter where workspace_id = ? and name = ?")) {
            statement.setObject(1, account.workspaceId());
            statement.setString(2, counter);
            return first(statement);
        }
    }

    private long count(String query, String status) throws SQLException {
        try (var connection = stack.database().connect();
                var statement = connection.prepareStatement(query)) {
            statement.setObject(1, channelId);
            statement.setString(2, status);
            return first(statement);
        }
    }

    private static long first(PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @FunctionalInterface
    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    private void update(String sql, Parameters parameters) throws SQLException {
        try (var connection = stack.database().connect();
                var statement = connection.prepareStatement(sql)) {
            parameters.set(statement);
            statement.execute();
        }
    }
}

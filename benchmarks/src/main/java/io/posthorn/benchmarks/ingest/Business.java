package io.posthorn.benchmarks.ingest;

import io.posthorn.benchmarks.measure.Report;
import io.posthorn.devstack.client.Account;
import io.posthorn.devstack.client.SimulatedWorld;
import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Stack;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

/** A workspace with one number, and messages that it has sent already: their statuses are what most webhooks tell. */
final class Business {
    private static final String SENT = """
            with party as (
                insert into messaging.contact (workspace_id, id) values (?, uuidv7()) returning workspace_id, id),
            talk as (
                insert into messaging.conversation (workspace_id, id, number, channel_id, contact_id, last_message_at)
                select workspace_id, uuidv7(),
                       (select coalesce(min(number), 1) - 1 from messaging.conversation c where c.workspace_id = party.workspace_id),
                       ?, id, now()
                from party returning *),
            sent as (
                insert into messaging.message (workspace_id, id, conversation_id, channel_id, contact_id, direction, type, content,
                                               wamid, status)
                select workspace_id, uuidv7(), id, channel_id, contact_id, 'outbound', 'text', '{"body":"Thank you"}',
                       'wamid.' || ? || '.sent.' || which, 'sending'
                from talk, generate_series(0, ? - 1) as which returning *)
            insert into messaging.provider_message (channel_id, wamid, workspace_id, message_id, attempt_id)
            select channel_id, wamid, workspace_id, id, uuidv7() from sent""";

    private static final Duration LONGEST_DRAIN = Duration.ofMinutes(5);

    private final Stack stack;
    private final SimulatedWorld world;
    private final Account account;
    private final UUID channelId;
    private final String webhookUrl;

    private Business(Stack stack, SimulatedWorld world, Account account, UUID channelId, String webhookUrl) {
        this.stack = stack;
        this.world = world;
        this.account = account;
        this.channelId = channelId;
        this.webhookUrl = webhookUrl;
    }

    static Business open(Stack stack) {
        var world = SimulatedWorld.create(stack.url(Part.SIMULATOR));
        var account = Account.register(stack.url(Part.GATEWAY), "Benchmark");
        var channel = account.connect(world, "Benchmark");
        return new Business(
                stack,
                world,
                account,
                UUID.fromString(channel.path("id").asText()),
                channel.path("webhook").path("url").asText());
    }

    String webhookUrl() {
        return webhookUrl;
    }

    /** Straight to messaging-service. */
    String directUrl(Stack at) {
        return at.url(Part.MESSAGING) + URI.create(webhookUrl).getPath();
    }

    /** @param round part of all ids, so that those of two rounds differ */
    WebhookMix mix(String round, long seed) {
        return new WebhookMix(world.phoneNumberId(), world.wabaId(), world.appSecret(), round, seed);
    }

    /** Seconds until nothing is left. */
    double drain(Report report) throws SQLException, InterruptedException {
        long began = System.nanoTime();
        while (backlog() > 0) {
            if (System.nanoTime() - began > LONGEST_DRAIN.toNanos()) {
                report.progress("given up: %d webhooks are still waiting", backlog());
                break;
            }
            Thread.sleep(100);
        }
        return (System.nanoTime() - began) / 1e9;
    }

    void haveSent(int messages, String round) throws SQLException {
        try (var connection = stack.database().connect();
                var statement = connection.prepareStatement(SENT)) {
            statement.setObject(1, account.workspaceId());
            statement.setObject(2, channelId);
            statement.setString(3, round);
            statement.setInt(4, messages);
            statement.execute();
        }
    }

    /** Webhooks that are on disk and not worked off. */
    long backlog() throws SQLException {
        return count("select count(*) from messaging.journal_task");
    }

    long received() throws SQLException {
        return count("select count(*) from messaging.message where direction = 'inbound'");
    }

    long ledger() throws SQLException {
        return count("select count(*) from messaging.status_ledger");
    }

    long read() throws SQLException {
        return count("select count(*) from messaging.message where direction = 'outbound' and status = 'read'");
    }

    private long count(String query) throws SQLException {
        try (Connection connection = stack.database().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}

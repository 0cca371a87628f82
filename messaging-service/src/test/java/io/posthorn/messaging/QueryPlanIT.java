package io.posthorn.messaging;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.posthorn.testkit.Stores;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Every statement that the service has run so far, here and in the tests before, finds its rows of a growing table by an index.
 * The planner is told to avoid what reads a table from end to end; where it does so all the same, it has no other way.
 */
@MessagingTest
class QueryPlanIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** With the years, or with the queue. */
    private static final List<String> GROWING = List.of(
            "attempt",
            "contact",
            "contact_identity",
            "conversation",
            "idempotency",
            "inbox",
            "message",
            "message_key",
            "outbox",
            "provider_message",
            "send_task",
            "status_ledger",
            "webhook_journal");

    private static final int ROWS = 2000;

    /** So many that a plan without the index costs more than one with it. */
    private static final String FILL = """
            insert into contact (workspace_id, id, name) select '%1$s', uuidv7(), 'n' from generate_series(1, %2$d);
            insert into contact_identity (workspace_id, kind, scope, value, contact_id)
                select workspace_id, 'phone', '', id::text, id from contact where workspace_id = '%1$s' and name = 'n';
            insert into conversation (workspace_id, id, number, channel_id, contact_id, last_message_at)
                select workspace_id, uuidv7(), 1000000 + row_number() over (), '%3$s', id, now()
                from contact where workspace_id = '%1$s' and name = 'n';
            insert into message (workspace_id, id, conversation_id, channel_id, contact_id, direction, type, content, wamid, status)
                select workspace_id, uuidv7(), id, channel_id, contact_id, 'outbound', 'text', '{"body":"hi"}', id::text, 'read'
                from conversation where workspace_id = '%1$s' and number > 1000000;
            insert into provider_message (channel_id, wamid, workspace_id, message_id, attempt_id)
                select channel_id, wamid, workspace_id, id, uuidv7() from message
                where workspace_id = '%1$s' and wamid is not null on conflict do nothing;
            insert into status_ledger (workspace_id, message_id, attempt_id, state, recipient, provider_at)
                select workspace_id, id, uuidv7(), 'sent', '', now() from message where workspace_id = '%1$s';
            insert into attempt (workspace_id, id, message_id, number, epoch, outcome, finished_at)
                select workspace_id, uuidv7(), id, 1, 1, 'accepted', now() from message where workspace_id = '%1$s';
            insert into outbox (sequence, event_id, workspace_id, topic, key, type, version, payload, trace_parent)
                select -row_number() over (), gen_random_uuid(), workspace_id, 'posthorn.admin.v1', id, 'posthorn.test', 1, '{}', ''
                from message where workspace_id = '%1$s';
            insert into inbox (workspace_id, consumer, event_id) select workspace_id, 'plans', id from message where workspace_id = '%1$s';
            insert into idempotency (workspace_id, principal, key, fingerprint, answer)
                select workspace_id, id::text, id::text, '\\x00', '{}' from message where workspace_id = '%1$s';
            insert into message_key (workspace_id, principal, key, fingerprint, message_id)
                select workspace_id, id, id::text, '', id from message where workspace_id = '%1$s';
            insert into send_task (workspace_id, message_id, channel_id, recipient, state, due_at)
                select workspace_id, id, id, id::text, 'scheduled', now() + interval '1 year' from message where workspace_id = '%1$s';
            insert into webhook_journal (id, app_id, body, trace_parent)
                select uuidv7(), gen_random_uuid(), '', '' from generate_series(1, %2$d);
            select 1""";

    private static final Set<String> SCANS = Set.of("Seq Scan", "Index Scan", "Index Only Scan", "Bitmap Index Scan");
    private static final String STATEMENTS = """
            select s.query from extensions.pg_stat_statements s join pg_roles r on r.oid = s.userid
            where r.rolname = '%s' and s.dbid = (select oid from pg_database where datname = current_database())
              and s.query ~* '^\\s*(with|select|insert|update|delete)\\M'""";

    /** Retention by age, every six hours, and the count of the queue for its metrics go over everything on purpose. */
    private static final String ON_PURPOSE =
            "(?is)^\\s*(delete from (idempotency|inbox) where \\w+ <|select count\\(\\*\\) filter .* from send_task where state in).*";

    @Test
    void everyStatementFindsItsRowsOfAGrowingTableByAnIndex() throws SQLException {
        var team = Team.connected();
        team.world.write("15550002000", "Ana", "hi");
        await().until(() -> team.conversationIds().size() == 1);
        var conversation = team.conversationIds().getFirst();
        var message = team.send(conversation, "hello");
        await().untilAsserted(() -> assertThat(team.status(message)).isEqualTo("read"));
        List.of(
                        "/api/v1/contacts",
                        "/api/v1/conversations/" + conversation + "/messages",
                        "/api/v1/messages/search?q=hello")
                .forEach(path -> team.get(path));
        var database = Stores.database("messaging");
        database.askAsSuperuser(FILL.formatted(team.workspace, ROWS, team.channelId));
        GROWING.forEach(table -> database.askAsSuperuser("analyze " + table + "; select 1"));

        var explained = 0;
        var notExplained = new ArrayList<String>();
        var readFromEndToEnd = new ArrayList<String>();
        for (var role : List.of("runtime", "worker")) {
            try (var connection = open(role)) {
                for (var sql : statementsOf(role)) {
                    try {
                        readFromEndToEnd.addAll(readFromEndToEnd(connection, team.workspace, sql));
                        explained++;
                    } catch (SQLException refused) {
                        notExplained.add(refused.getMessage() + ": " + sql);
                    }
                }
            }
        }

        assertThat(explained).isGreaterThan(40);
        assertThat(notExplained).isEmpty();
        assertThat(readFromEndToEnd).isEmpty();
    }

    @Test
    void aStatementWithoutAnIndexIsFound() throws SQLException {
        var team = Team.connected();
        team.world.write("15550002000", "Ana", "hi");
        await().until(() -> team.conversationIds().size() == 1);

        try (var connection = open("worker")) {
            assertThat(readFromEndToEnd(connection, team.workspace, "select event_id from outbox where version = $1"))
                    .isNotEmpty();
        }
    }

    private static List<String> statementsOf(String role) throws SQLException {
        var database = Stores.database("messaging");
        var superuser = Stores.postgres();
        var found = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), superuser.user(), superuser.password());
                var rows = connection.createStatement().executeQuery(STATEMENTS.formatted(database.role(role)))) {
            while (rows.next()) {
                var sql = rows.getString("query");
                if (!sql.matches(ON_PURPOSE) && GROWING.stream().anyMatch(sql::contains)) {
                    // What was a literal there cannot be a parameter.
                    found.add(sql.replaceAll("(?i)\\binterval \\$\\d+", "interval '1 day'")
                            .replaceAll("(?i)\\bextract\\(\\$\\d+ from", "extract(epoch from"));
                }
            }
        }
        return found;
    }

    private static List<String> readFromEndToEnd(Connection connection, UUID workspace, String sql)
            throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("set local enable_seqscan = off; set local enable_hashjoin = off;"
                    + " set local enable_mergejoin = off;"
                    + " select set_config('posthorn.workspace', '%s', true)".formatted(workspace));
            var rows = statement.executeQuery("explain (generic_plan, format json) " + sql);
            rows.next();
            var found = new ArrayList<String>();
            collect(JSON.readTree(rows.getString(1)).path(0).path("Plan"), "", found);
            found.removeIf(relation -> isEmpty(statement, relation));
            return found.stream().map(relation -> relation + " in " + sql).toList();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            connection.rollback();
        }
    }

    private static void collect(JsonNode plan, String above, List<String> found) {
        var relation = plan.path("Relation Name").asText();
        var isFirstOfAnIndex = above.equals("Limit") || above.equals("Merge Append");
        if (SCANS.contains(plan.path("Node Type").asText())
                && !plan.has("Index Cond")
                && grows(relation)
                && !isFirstOfAnIndex) {
            found.add(relation);
        }
        plan.path("Plans")
                .forEach(below -> collect(below, plan.path("Node Type").asText(), found));
    }

    /** A partition of the future is, and reading it costs nothing. */
    private static boolean isEmpty(Statement statement, String relation) {
        try (var size = statement.executeQuery("select pg_relation_size('%s'::regclass) = 0".formatted(relation))) {
            size.next();
            return size.getBoolean(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The table itself or one of its partitions. */
    private static boolean grows(String relation) {
        return GROWING.stream().anyMatch(table -> relation.matches(table + "(_\\d+|_default)?"));
    }

    private static Connection open(String role) throws SQLException {
        var database = Stores.database("messaging");
        var password = role.equals("runtime")
                ? database.passwords().runtime()
                : database.passwords().worker();
        var settings = new Properties();
        settings.setProperty("user", database.role(role));
        settings.setProperty("password", password);
        settings.setProperty("preferQueryMode", "simple"); // a plan for any parameters takes none
        var connection = DriverManager.getConnection(database.jdbcUrl(), settings);
        connection.setAutoCommit(false);
        return connection;
    }
}

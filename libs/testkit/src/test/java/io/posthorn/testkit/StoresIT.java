package io.posthorn.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.posthorn.contracts.Topics;
import io.posthorn.devstack.store.DatabaseProvisioner.Administrator;
import io.posthorn.testkit.Stores.TestDatabase;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class StoresIT {
    private final TestDatabase database = Stores.newDatabase("auth");

    @Test
    void databaseIsDurable() throws SQLException {
        try (var superuser = superuser(Stores.postgres())) {
            var settings = query(
                    superuser,
                    "SELECT setting FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes')");

            assertThat(settings).containsExactly("on", "on", "on");
        }
    }

    @Test
    void noRoleHasPowersBeyondItsSchema() throws SQLException {
        try (var superuser = superuser(Stores.postgres())) {
            var powerful = query(
                    superuser,
                    "SELECT rolname FROM pg_roles WHERE rolname LIKE 'posthorn\\_%'"
                            + " AND (rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole OR rolreplication)");
            var roles = query(superuser, "SELECT count(*) FROM pg_roles WHERE rolname LIKE 'posthorn\\_%'");

            assertThat(roles).containsExactly("20");
            assertThat(powerful).isEmpty();
        }
    }

    @Test
    void runtimeReadsAndWritesWhatTheOwnerMade() throws SQLException {
        try (var owner = login("owner");
                var runtime = login("runtime")) {
            execute(owner, "CREATE TABLE note (id bigint GENERATED ALWAYS AS IDENTITY, body text)");

            execute(runtime, "INSERT INTO note (body) VALUES ('hello')");

            assertThat(query(runtime, "SELECT body FROM auth.note")).containsExactly("hello");
            assertRefused(runtime, "CREATE TABLE mine (id int)");
            assertRefused(runtime, "DROP TABLE note");
            assertRefused(runtime, "TRUNCATE note");
        }
    }

    @Test
    void runtimeCannotReadAnotherSchema() throws SQLException {
        try (var superuser = superuser(new Administrator(
                        database.url(),
                        Stores.postgres().user(),
                        Stores.postgres().password()));
                var runtime = login("runtime")) {
            execute(superuser, "CREATE TABLE media.foreign_note (body text)");
            execute(superuser, "GRANT SELECT ON media.foreign_note TO PUBLIC");

            assertRefused(runtime, "SELECT * FROM media.foreign_note");
        }
    }

    @Test
    void functionsAreClosedUntilGranted() throws SQLException {
        try (var owner = login("owner");
                var runtime = login("runtime")) {
            execute(owner, "CREATE FUNCTION answer() RETURNS int LANGUAGE sql AS 'SELECT 42'");
            assertRefused(runtime, "SELECT answer()");

            execute(owner, "GRANT EXECUTE ON FUNCTION answer() TO posthorn_auth_runtime");

            assertThat(query(runtime, "SELECT answer()")).containsExactly("42");
        }
    }

    @Test
    void ownerHandsTheSearchFunctionToTheSearchRole() throws SQLException {
        try (var owner = login("owner")) {
            execute(owner, "CREATE FUNCTION find_it() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'");

            execute(owner, "ALTER FUNCTION find_it() OWNER TO posthorn_auth_search");

            var functionOwner = query(owner, "SELECT proowner::regrole FROM pg_proc WHERE proname = 'find_it'");
            assertThat(functionOwner).containsExactly("posthorn_auth_search");
        }
    }

    @Test
    void extensionsAndTimeLimitsReachTheRuntimeRole() throws SQLException {
        try (var runtime = login("runtime")) {
            assertThat(query(runtime, "SELECT 'posthorn' % 'posthorm'")).containsExactly("t");
            assertThat(query(runtime, "SELECT count(*) >= 0 FROM pg_stat_statements"))
                    .containsExactly("t");
            assertThat(query(runtime, "SHOW transaction_timeout")).containsExactly("30s");
        }
    }

    @Test
    void databasesMadeAtTheSameTimeDoNotDisturbEachOther() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var made = IntStream.range(0, 4)
                    .mapToObj(number -> threads.submit(() -> Stores.newDatabase("messaging")))
                    .toList();

            for (var future : made) {
                var each = future.get();
                try (var runtime = DriverManager.getConnection(
                        each.jdbcUrl(), each.role("runtime"), each.passwords().runtime())) {
                    assertThat(query(runtime, "SELECT current_schema()")).containsExactly("messaging");
                }
            }
        }
    }

    @Test
    void kafkaHasOurTopicsAndMakesNoOthers() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", Stores.kafka()))) {
            var description = admin.describeTopics(List.of(Topics.deadLetters(Topics.MESSAGE)))
                    .allTopicNames()
                    .get();

            assertThat(admin.listTopics().names().get()).containsAll(Topics.ALL);
            assertThat(description.get(Topics.deadLetters(Topics.MESSAGE)).partitions())
                    .hasSize(4);
        }
    }

    @Test
    void redisAnswers() throws Exception {
        var redis = URI.create(Stores.redis());

        try (var socket = new Socket(redis.getHost(), redis.getPort())) {
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(socket.getInputStream().readNBytes(5)).asString().isEqualTo("+PONG");
        }
    }

    private Connection login(String kind) throws SQLException {
        var passwords = database.passwords();
        var password = kind.equals("owner") ? passwords.owner() : passwords.runtime();
        return DriverManager.getConnection(database.jdbcUrl(), database.role(kind), password);
    }

    private static Connection superuser(Administrator administrator) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:" + administrator.url(), administrator.user(), administrator.password());
    }

    private static void assertRefused(Connection connection, String sql) {
        assertThatThrownBy(() -> execute(connection, sql))
                .isInstanceOfSatisfying(SQLException.class, refusal -> assertThat(refusal.getSQLState())
                        .isEqualTo("42501"));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> query(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}

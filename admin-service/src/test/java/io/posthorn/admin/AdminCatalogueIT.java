package io.posthorn.admin;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.testkit.CatalogueRules;
import io.posthorn.testkit.PosthornStores;
import io.posthorn.testkit.Stores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database itself refuses, whatever our code does. */
@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "admin"))
class AdminCatalogueIT {
    private final UUID workspace = UUID.randomUUID();

    @Test
    void everyTableIsProtected() {
        CatalogueRules.verify(Stores.database("admin"), Set.of(), Set.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "audit_log",
                "audit_chain",
                "dashboard_counter",
                "message_status_projection",
                "state_projection",
                "media_projection",
                "api_key_projection",
                "inbox"
            })
    void withoutTheSettingThereAreNoRowsEvenWhereATenantWasServedBefore(String table) throws SQLException {
        fill(workspace);
        try (var runtime = runtime()) {
            var before = rows(runtime, table);
            setWorkspace(runtime, workspace);
            var served = rows(runtime, table);
            runtime.commit();
            var after = rows(runtime, table);

            assertThat(served).isPositive();
            assertThat(before).isZero();
            assertThat(after).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"update audit_log set action = 'x.y'", "delete from audit_log", "delete from audit_chain"})
    void nobodyRewritesTheAuditLog(String statement) {
        var database = Stores.database("admin");

        for (var role : new String[] {"runtime", "worker"}) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> database.ask(role, statement)))
                    .hasMessageContaining("permission denied");
        }
    }

    private static void fill(UUID workspace) {
        try (var events = new EventsOnTopics()) {
            var message = io.posthorn.kit.Ids.next();
            events.publish(workspace, SomeEvents.channelConnected(UUID.randomUUID()));
            events.publish(workspace, SomeEvents.messageAccepted(message, UUID.randomUUID()));
            events.publish(workspace, SomeEvents.mediaStored(1));
            events.publish(workspace, SomeEvents.apiKeyCreated(workspace, UUID.randomUUID(), null));
        }
        await().untilAsserted(() -> assertThat(Stores.database("admin")
                        .askAsSuperuser("select count(*) from inbox where workspace_id = '%s'".formatted(workspace)))
                .containsExactly("4"));
    }

    private static Connection runtime() throws SQLException {
        var database = Stores.database("admin");
        var connection = DriverManager.getConnection(
                database.jdbcUrl(),
                database.role("runtime"),
                database.passwords().runtime());
        connection.setAutoCommit(false);
        return connection;
    }

    private static void setWorkspace(Connection connection, UUID workspace) throws SQLException {
        try (var statement = connection.prepareStatement("select set_config('posthorn.workspace', ?, true)")) {
            statement.setString(1, workspace.toString());
            statement.execute();
        }
    }

    private static int rows(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}

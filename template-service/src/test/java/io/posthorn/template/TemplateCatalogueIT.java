package io.posthorn.template;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.posthorn.testkit.CatalogueRules;
import io.posthorn.testkit.PosthornStores;
import io.posthorn.testkit.Stores;
import io.posthorn.testkit.Tokens;
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
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "template"))
class TemplateCatalogueIT {
    private final UUID workspace = UUID.randomUUID();

    @Test
    void everyTableIsProtected() {
        CatalogueRules.verify(
                Stores.database("template"), Set.of("template_waiting", "builder_session_over"), Set.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"template", "template_version"})
    void withoutTheSettingThereAreNoRowsEvenWhereATenantWasServedBefore(String table) throws SQLException {
        draft();
        try (var runtime = runtime()) {
            var before = rows(runtime, table);
            setWorkspace(runtime, workspace);
            var served = rows(runtime, table);
            runtime.commit();
            var after = rows(runtime, table);

            assertThat(served).isEqualTo(1);
            assertThat(before).isZero();
            assertThat(after).isZero();
        }
    }

    @Test
    void aTenantCannotWriteIntoAnother() throws SQLException {
        draft();
        try (var runtime = runtime()) {
            setWorkspace(runtime, UUID.randomUUID());
            var changed = runtime.createStatement().executeUpdate("update template set body = 'theirs'");
            var smuggled = catchThrowable(() -> runtime.createStatement().executeUpdate("""
                            insert into template values ('%s', gen_random_uuid(), 'n', 'en', 'UTILITY', 'b', 'DRAFT', 1, now(), now(), 0)""".formatted(workspace)));

            assertThat(changed).isZero();
            assertThat(smuggled).hasMessageContaining("row-level security");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"update template_version set body = 'x'", "delete from template_version"})
    void nobodyRewritesAVersion(String statement) {
        for (var role : new String[] {"runtime", "worker"}) {
            assertThat(catchThrowable(() -> Stores.database("template").ask(role, statement)))
                    .hasMessageContaining("permission denied");
        }
    }

    private void draft() {
        given().auth()
                .oauth2(Tokens.token(workspace, "agent"))
                .contentType("application/json")
                .body("""
                        {"name":"hello","language":"en","category":"UTILITY","body":"Hello"}""")
                .post("/api/v1/templates")
                .then()
                .statusCode(201);
    }

    private static Connection runtime() throws SQLException {
        var database = Stores.database("template");
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

package io.posthorn.media;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

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

/** What the database itself refuses, whatever our code does. */
@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "media"))
class MediaCatalogueIT {
    private final UUID workspace = UUID.randomUUID();

    @Test
    void everyTableIsProtected() {
        CatalogueRules.verify(Stores.database("media"), Set.of("inbound_media_due"), Set.of());
    }

    @Test
    void withoutTheSettingThereAreNoRowsEvenWhereATenantWasServedBefore() throws SQLException {
        given().auth()
                .oauth2(Tokens.token(workspace, "agent"))
                .contentType("image/png")
                .body(Pictures.png())
                .post("/api/v1/media")
                .then()
                .statusCode(201);
        var database = Stores.database("media");
        for (var role : new String[] {"runtime", "worker"}) {
            var password = role.equals("runtime")
                    ? database.passwords().runtime()
                    : database.passwords().worker();
            try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.role(role), password)) {
                connection.setAutoCommit(false);
                var before = rows(connection);
                setWorkspace(connection, workspace);
                var served = rows(connection);
                connection.commit();
                var after = rows(connection);

                assertThat(served).isEqualTo(1);
                assertThat(before).isZero();
                assertThat(after).isZero();
            }
        }
    }

    private static void setWorkspace(Connection connection, UUID workspace) throws SQLException {
        try (var statement = connection.prepareStatement("select set_config('posthorn.workspace', ?, true)")) {
            statement.setString(1, workspace.toString());
            statement.execute();
        }
    }

    private static int rows(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from media")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}

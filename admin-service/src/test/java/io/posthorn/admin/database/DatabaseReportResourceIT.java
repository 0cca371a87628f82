package io.posthorn.admin.database;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.testkit.PosthornStores;
import io.posthorn.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "admin"))
class DatabaseReportResourceIT {
    /** The neighbours do not run here. */
    @Test
    void tellsWhatItKnowsWhenNeighboursDoNotAnswer() {
        var report = given().auth()
                .oauth2(Tokens.token(UUID.randomUUID(), "operator"))
                .get("/api/v1/database/table-stats")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(report.<String>getList("services.service"))
                .containsExactly("admin", "auth", "media", "messaging", "template");
        assertThat(report.<Boolean>getList("services.answered")).containsExactly(true, false, false, false, false);
        assertThat(report.<String>getList("services[0].items.table")).contains("audit_log", "outbox");
    }

    @ParameterizedTest
    @ValueSource(strings = {"table-stats", "missing-indexes", "slow-queries"})
    void isForOperatorsOnly(String report) {
        given().auth()
                .oauth2(Tokens.token(UUID.randomUUID(), "owner"))
                .get("/api/v1/database/" + report)
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.token(UUID.randomUUID(), "operator"))
                .get("/api/v1/database/" + report)
                .then()
                .statusCode(200);
    }
}

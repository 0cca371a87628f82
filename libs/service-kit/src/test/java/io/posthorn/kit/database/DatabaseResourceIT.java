package io.posthorn.kit.database;

import static io.posthorn.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.kit.KitTest;
import io.posthorn.testkit.Stores;
import io.posthorn.testkit.Tokens;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@KitTest
class DatabaseResourceIT {
    @Test
    void aPartitionedTableIsOneTable() {
        var stats = read("table-stats");

        assertThat(stats.<String>getList("table"))
                .contains("note", "outbox", "inbox", "lease")
                .doesNotHaveDuplicates()
                .noneMatch(name -> name.matches("outbox_.*\\d"));
        assertThat(stats.getInt("find { it.table == 'outbox' }.partitions")).isGreaterThanOrEqualTo(5);
        assertThat(stats.getLong("find { it.table == 'outbox' }.indexBytes")).isPositive();
    }

    @Test
    void aLargeTableThatIsReadFromEndToEndLacksAnIndex() {
        var database = Stores.database("auth");
        database.askAsSuperuser("""
                create table read_whole (number int); insert into read_whole select generate_series(1, 20000); analyze read_whole;
                select 1""");
        try {
            for (int time = 0; time < 60; time++) {
                database.askAsSuperuser("select count(*) from read_whole where number = " + time);
            }

            await().untilAsserted(() ->
                    assertThat(read("missing-indexes").<String>getList("table")).containsExactly("read_whole"));
        } finally {
            database.askAsSuperuser("drop table read_whole; select 1");
        }
    }

    @Test
    void slowStatementsAreShownWithoutTheirValues() {
        var workspace = UUID.randomUUID();
        given().auth()
                .oauth2(Tokens.token(workspace, "owner"))
                .contentType("application/json")
                .body("{\"text\":\"a secret thought\"}")
                .post("/notes/connection");

        var slow = read("slow-queries");

        assertThat(slow.<String>getList("role").stream().distinct())
                .isSubsetOf("posthorn_auth_runtime", "posthorn_auth_worker")
                .isNotEmpty();
        assertThat(slow.<String>getList("query")).noneMatch(query -> query.contains("secret thought"));
        assertThat(slow.<Float>getList("meanMillis")).isSortedAccordingTo((one, other) -> Float.compare(other, one));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table-stats", "missing-indexes", "slow-queries"})
    void onlyServicesMayAsk(String report) {
        for (var role : List.of("owner", "operator", "viewer")) {
            given().auth()
                    .oauth2(Tokens.token(UUID.randomUUID(), role))
                    .get("/internal/database/" + report)
                    .then()
                    .statusCode(403);
        }
        given().get("/internal/database/" + report).then().statusCode(401);
    }

    private static JsonPath read(String report) {
        return given().auth()
                .oauth2(Tokens.service("admin"))
                .get("/internal/database/" + report)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}

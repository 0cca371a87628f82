package io.posthorn.messaging.replay;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.posthorn.messaging.MessagingTest;
import io.posthorn.messaging.Team;
import io.posthorn.messaging.Webhooks;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MessagingTest
class ReplayIT {
    private Team team;

    @BeforeEach
    void connect() {
        team = Team.connected();
    }

    @Test
    void replayingTwiceDoublesNothing() {
        for (var number = 0; number < 10; number++) {
            team.hears(
                    Webhooks.text("15550002000", "wamid." + number, "text " + number),
                    Webhooks.message("15550002000", "wamid.r" + number, number, """
                            "type":"reaction","reaction":{"message_id":"wamid.%d","emoji":"👍"}""".formatted(number)));
        }
        await().until(() -> count("message_reaction") == 10);
        var before = counts();

        var replay = replayed();
        replayed();

        assertThat(replay.jsonPath().getInt("queued")).isEqualTo(10);
        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void whatAnEarlierVersionSkippedIsCaughtUpWith() {
        var body = Webhooks.body(Webhooks.entry(
                Webhooks.messages(team.world.phoneNumberId(), Webhooks.text("15550002000", "wamid.skipped", "hi"))));
        team.rows("""
                insert into webhook_journal (id, app_id, received_at, body, trace_parent)
                select uuidv7(), app_id, now(), convert_to('%s', 'UTF8'), '' from channel where workspace_id = '%%s'; select 1""".formatted(body.replace("%", "%%")));

        replayed();

        await().untilAsserted(() -> assertThat(team.rows("select wamid from message where workspace_id = '%s'"))
                .containsExactly("wamid.skipped"));
    }

    @Test
    void onlyTheNumberThatIsNamedIsQueued() {
        var other = Team.connected();
        other.hears(Webhooks.text("15550002000", "wamid.other", "hi"));
        team.hears(Webhooks.text("15550002000", "wamid.mine", "hi"));
        await().until(() -> count("message") == 1);

        var replay = replayed().jsonPath();

        assertThat(replay.getInt("queued")).isEqualTo(1);
        assertThat(replay.getInt("read")).isGreaterThanOrEqualTo(2);
        assertThat(replay.getString("position")).isNotNull();
    }

    @Test
    void onlyOperatorsAskAndOnlyForAPeriod() {
        var now = Instant.now();

        team.as("owner")
                .body(body(now.minusSeconds(60), now))
                .post("/api/v1/webhook-replays")
                .then()
                .statusCode(403);
        team.as("owner").get("/api/v1/webhook-replays").then().statusCode(403);
        operator()
                .body(body(now, now.minusSeconds(60)))
                .post("/api/v1/webhook-replays")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/to"));
        operator()
                .body("{\"appKey\":\"nobody\",\"from\":\"2025-01-01T00:00:00Z\",\"to\":\"2025-01-02T00:00:00Z\"}")
                .post("/api/v1/webhook-replays")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/appKey"));
        operator().get("/api/v1/webhook-replays/{id}", UUID.randomUUID()).then().statusCode(404);
        operator().get("/api/v1/conversations").then().statusCode(403);
    }

    private Response replayed() {
        var id = operator()
                .body(body(
                        Instant.now().minus(1, ChronoUnit.HOURS), Instant.now().plusSeconds(60)))
                .post("/api/v1/webhook-replays")
                .then()
                .statusCode(202)
                .extract()
                .<String>path("id");
        await().until(() -> get(id).jsonPath().getString("state").equals("done"));
        await().until(() -> team.rows("select count(*) from journal_task where error is null and '%s' <> ''")
                .contains("0"));
        return get(id);
    }

    private Response get(String id) {
        return operator().get("/api/v1/webhook-replays/{id}", id);
    }

    private io.restassured.specification.RequestSpecification operator() {
        return team.as("operator");
    }

    private String body(Instant from, Instant to) {
        return "{\"phoneNumberId\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"}"
                .formatted(team.world.phoneNumberId(), from, to);
    }

    private List<Long> counts() {
        return List.of(
                count("message"),
                count("contact"),
                count("conversation"),
                count("message_revision"),
                count("message_reaction"),
                count("webhook_notice"),
                Long.parseLong(team.rows("""
                        select count(*) from outbox where workspace_id = '%s' and topic <> 'posthorn.channel.v1'""").getFirst()));
    }

    private long count(String table) {
        return Long.parseLong(team.rows("select count(*) from " + table + " where workspace_id = '%s'")
                .getFirst());
    }
}

package io.posthorn.messaging.bulk;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.messaging.MessagingTest;
import io.posthorn.messaging.Team;
import io.posthorn.messaging.Templates;
import io.posthorn.messaging.accepting.Bodies;
import io.posthorn.testkit.Stores;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MessagingTest
class BulkIT {
    private Team team;

    @BeforeEach
    void aTeamWithATemplate() {
        team = Team.connected();
        new Templates(team).approved("order_ready");
    }

    @Test
    void eachMessageIsJudgedForItself() {
        var good = Bodies.with(Bodies.template("+15550002001", "order_ready"), "idempotencyKey", "one");
        var other = Bodies.with(Bodies.template("+15550002002", "order_ready"), "idempotencyKey", "one");
        var theirs = Team.connected();

        var sameNumber = Bodies.with(Bodies.template("0015550002001", "order_ready"), "idempotencyKey", "one");

        var answer = post(List.of(
                good,
                Bodies.template("hello", "order_ready"),
                "{\"to\":5}",
                "17",
                sameNumber,
                other,
                Bodies.text("+15550002003", "hi"),
                "{\"conversationId\":\"%s\",\"type\":\"text\",\"text\":{\"body\":\"x\"}}".formatted(UUID.randomUUID()),
                Bodies.template("+15550002004", "order_ready"),
                "{\"to\":\"+15550002004\",\"channelId\":\"%s\",\"type\":\"text\",\"text\":{\"body\":\"x\"}}"
                        .formatted(theirs.channelId)));

        var results = answer.then().statusCode(200).extract().jsonPath();
        assertThat(results.<Integer>getList("results.index")).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(results.<String>getList("results.status"))
                .containsExactly(
                        "accepted",
                        "refused",
                        "refused",
                        "refused",
                        "accepted",
                        "refused",
                        "refused",
                        "refused",
                        "accepted",
                        "refused");
        assertThat(results.<String>getList("results.error.code"))
                .containsExactly(
                        "recipient_invalid",
                        "malformed_request",
                        "malformed_request",
                        "idempotency_key_reused",
                        "window_closed",
                        "conversation_not_found",
                        "channel_unavailable");
        assertThat(results.getString("results[1].error.pointer")).isEqualTo("/messages/1/to");
        assertThat(results.getString("results[4].id")).isEqualTo(results.getString("results[0].id"));
        assertThat(stored()).isEqualTo(2);
        await().untilAsserted(() -> assertThat(team.world.captured()).hasSize(2));
    }

    @Test
    void aBroadcastRepeatedByManyAtOnceIsMadeOnce() {
        var messages = IntStream.range(0, 200)
                .mapToObj(number -> Bodies.with(
                        Bodies.template("+155500%05d".formatted(number), "order_ready"),
                        "idempotencyKey",
                        "k" + number))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 6)
                    .mapToObj(time -> CompletableFuture.supplyAsync(
                            () -> post(time % 2 == 0 ? messages : messages.reversed()), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(answers).extracting(Response::statusCode).containsOnly(200);
            assertThat(answers.stream().map(answer -> sorted(answer.path("results.id"))))
                    .allMatch(ids -> ids.size() == 200
                            && ids.equals(sorted(answers.getFirst().path("results.id"))));
        }
        assertThat(stored()).isEqualTo(200);
        assertThat(post(messages).<List<String>>path("results.status")).containsOnly("accepted");
        assertThat(stored()).isEqualTo(200);
    }

    @Test
    void aKeyForTheWholeRequestWorksToo() {
        var request = Bodies.bulk(List.of(Bodies.template("+15550002001", "order_ready")));

        var first = team.agent().header("Idempotency-Key", "all").body(request).post("/api/v1/messages/bulk");
        var second = team.agent().header("Idempotency-Key", "all").body(request).post("/api/v1/messages/bulk");

        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void anEmptyOrEndlessRequestIsRefused() {
        post(List.of()).then().statusCode(422);
        post(Collections.nCopies(1001, "{}")).then().statusCode(422);
        team.as("viewer")
                .body(Bodies.bulk(List.of("{}")))
                .post("/api/v1/messages/bulk")
                .then()
                .statusCode(403);
    }

    private Response post(List<String> messages) {
        return team.agent().body(Bodies.bulk(messages)).post("/api/v1/messages/bulk");
    }

    private long stored() {
        return Long.parseLong(Stores.database("messaging")
                .askAsSuperuser("select count(*) from message where workspace_id = '%s'".formatted(team.workspace))
                .getFirst());
    }

    private static List<String> sorted(List<String> ids) {
        return ids.stream().sorted().toList();
    }
}

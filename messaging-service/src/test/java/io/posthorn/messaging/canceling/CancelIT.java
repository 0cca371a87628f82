package io.posthorn.messaging.canceling;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.posthorn.messaging.MessagingTest;
import io.posthorn.messaging.Team;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MessagingTest
class CancelIT {
    private static final Instant IN_AN_HOUR = Instant.now().plusSeconds(3600);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private Team team;
    private String conversation;

    @BeforeEach
    void aCustomerHasWritten() {
        team = Team.connected();
        team.world.write("15550002000", "Ana", "hi");
        await().until(() -> team.conversationIds().size() == 1);
        conversation = team.conversationIds().getFirst();
    }

    @Test
    void aScheduledMessageLeavesAtItsTimeAndBlocksNobody() {
        var later = schedule(IN_AN_HOUR);
        assertThat(team.status(later)).isEqualTo("scheduled");
        var now = team.send(conversation, "at once");

        await().untilAsserted(() -> assertThat(team.status(now)).isEqualTo("read"));
        assertThat(team.status(later)).isEqualTo("scheduled");
        team.becomesDue(later);
        await().untilAsserted(() -> assertThat(team.status(later)).isEqualTo("read"));
    }

    @Test
    void ofManyCancelsOneSucceedsAndNothingLeaves() {
        var id = schedule(IN_AN_HOUR);

        var answers = IntStream.range(0, 20)
                .mapToObj(time -> CompletableFuture.supplyAsync(() -> cancel(team, id), threads))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(Response::statusCode)
                .sorted()
                .toList();

        assertThat(answers.getFirst()).isEqualTo(200);
        assertThat(answers.subList(1, 20)).containsOnly(409);
        team.becomesDue(id);
        var other = schedule(IN_AN_HOUR);
        team.becomesDue(other);
        await().untilAsserted(() -> assertThat(team.status(other)).isEqualTo("read"));
        assertThat(team.world.captured()).hasSize(1);
        assertThat(team.status(id)).isEqualTo("canceled");
        cancel(team, id)
                .then()
                .body("code", equalTo("message_not_cancelable"), "detail", equalTo("The message is canceled"));
    }

    @Test
    void aCancelAndTheLaneNeverBothWin() {
        var outcomes = new HashMap<String, Integer>();
        for (var number = 0; number < 40; number++) {
            var id = team.send(conversation, "race " + number);
            outcomes.put(id, cancel(team, id).statusCode());
        }

        assertThat(outcomes.values()).containsAnyOf(200, 409).isSubsetOf(200, 409);
        await().untilAsserted(() -> outcomes.forEach(
                (id, answer) -> assertThat(team.status(id)).isEqualTo(answer == 200 ? "canceled" : "read")));
        assertThat(team.world.captured()).hasSize((int)
                outcomes.values().stream().filter(answer -> answer == 409).count());
    }

    @Test
    void onlyOnesOwnMessagesCanBeTakenBackAndOnlyWithinAMonth() {
        var id = schedule(IN_AN_HOUR);

        cancel(Team.connected(), id).then().statusCode(404);
        assertThat(team.status(id)).isEqualTo("scheduled");
        request(Instant.now().plus(Duration.ofDays(31)))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/sendAt"));
        request(Instant.now().minusSeconds(3600)).then().statusCode(422);
        request(Instant.now().plus(Duration.ofHours(25))).then().statusCode(422).body("code", equalTo("window_closed"));
    }

    private String schedule(Instant time) {
        return request(time)
                .then()
                .statusCode(202)
                .body("status", equalTo("scheduled"))
                .extract()
                .path("id");
    }

    private Response request(Instant time) {
        return team.agent().body("""
                        {"conversationId":"%s","type":"text","text":{"body":"later"},"sendAt":"%s"}""".formatted(conversation, time)).post("/api/v1/messages");
    }

    private static Response cancel(Team team, String id) {
        return team.agent().post("/api/v1/messages/{id}/cancel", id);
    }
}

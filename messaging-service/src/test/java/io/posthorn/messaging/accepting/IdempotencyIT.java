package io.posthorn.messaging.accepting;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.posthorn.messaging.MessagingTest;
import io.posthorn.messaging.Team;
import io.posthorn.testkit.Stores;
import io.posthorn.testkit.Tokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MessagingTest
class IdempotencyIT {
    private Team team;
    private String text;

    @BeforeEach
    void aCustomerHasWritten() {
        team = Team.connected();
        team.world.write("15550002000", "Ana", "hi");
        await().until(() -> team.conversationIds().size() == 1);
        text = Bodies.text("+15550002000", "once");
    }

    @Test
    void ofAHundredAtOnceOneIsMadeAndTheOthersAreReplaysOrAskedToWait() {
        var key = UUID.randomUUID().toString();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 100)
                    .mapToObj(time -> CompletableFuture.supplyAsync(() -> send(team.agent(), key, text), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();

            var made = answers.stream()
                    .filter(answer -> answer.statusCode() == 202)
                    .toList();
            assertThat(answers).extracting(Response::statusCode).containsOnly(202, 409);
            assertThat(made)
                    .extracting(answer -> answer.<String>path("id"))
                    .hasSameElementsAs(
                            java.util.List.of(send(team.agent(), key, text).<String>path("id")));
            assertThat(made)
                    .filteredOn(answer -> answer.header("Idempotency-Replayed") == null)
                    .hasSize(1);
            assertThat(answers).filteredOn(answer -> answer.statusCode() == 409).allSatisfy(answer -> {
                assertThat(answer.<String>path("code")).isEqualTo("idempotency_key_in_use");
                assertThat(answer.header("Retry-After")).isNotNull();
            });
        }
        assertThat(messages()).isEqualTo("1");
    }

    @Test
    void theTableOfKeys() {
        var first = send(team.agent(), "k", text);

        var again = send(team.agent(), "k", text);
        var alias = team.agent().header("X-Idempotency-Key", "k").body(text).post("/api/v1/messages");
        var otherBody = send(team.agent(), "k", text.replace("once", "twice"));
        var otherPrincipal = send(apiKey(), "k", text);
        var malformed = send(team.agent(), "two words", text);
        var refusedOnes = send(team.agent(), "r", Bodies.text("nobody", "x"));

        assertThat(first.header("Idempotency-Replayed")).isNull();
        for (var replay : new Response[] {again, alias}) {
            assertThat(replay.statusCode()).isEqualTo(202);
            assertThat(replay.asString()).isEqualTo(first.asString());
            assertThat(replay.header("Idempotency-Replayed")).isEqualTo("true");
        }
        otherBody.then().statusCode(422).body("code", equalTo("idempotency_key_reused"));
        otherPrincipal.then().statusCode(202);
        assertThat(otherPrincipal.<String>path("id")).isNotEqualTo(first.path("id"));
        malformed.then().statusCode(400).body("code", equalTo("idempotency_key_invalid"));
        refusedOnes.then().statusCode(422);
        send(team.agent(), "r", text).then().statusCode(202);
        assertThat(messages()).isEqualTo("3");
    }

    private RequestSpecification apiKey() {
        return io.restassured.RestAssured.given()
                .contentType("application/json")
                .header(
                        "Authorization",
                        "Bearer " + Tokens.ofApiKey(team.workspace, team.user, UUID.randomUUID(), "agent"));
    }

    private static Response send(RequestSpecification request, String key, String body) {
        return request.header("Idempotency-Key", key).body(body).post("/api/v1/messages");
    }

    private String messages() {
        return Stores.database("messaging")
                .askAsSuperuser("select count(*) from message where direction = 'outbound' and workspace_id = '%s'"
                        .formatted(team.workspace))
                .getFirst();
    }
}

package io.posthorn.messaging;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.testkit.Stores;
import io.posthorn.testkit.Tokens;
import io.posthorn.testkit.World;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@MessagingTest
class BadInputIT {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"to\": \"+155|400|malformed_request|",
                "{\"to\":15550002000,\"type\":\"text\",\"text\":{\"body\":\"x\"}}|400|malformed_request|/to",
                "{\"to\":\"+15550002000\",\"type\":\"text\",\"text\":{\"body\":true}}|400|malformed_request|/text/body",
                "{\"to\":\"+15550002000\",\"type\":\"text\",\"text\":{\"body\":\"x\"},\"shout\":1}|400|malformed_request|/shout",
                "{\"to\":\"+15550002000\",\"to\":\"+1\",\"type\":\"text\",\"text\":{\"body\":\"x\"}}|400|malformed_request|",
                "[]|400|malformed_request|",
                "{\"to\":\"+15550002000\",\"type\":\"text\"}|422|invalid_request|/text",
                "{\"to\":\"+15550002000\",\"type\":\"text\",\"text\":{\"body\":\" \"}}|422|invalid_request|/text/body",
                "{\"type\":\"text\",\"text\":{\"body\":\"x\"}}|422|invalid_request|/addressed",
                "{\"to\":\"hello\",\"type\":\"text\",\"text\":{\"body\":\"x\"}}|422|recipient_invalid|/to",
                "{\"to\":\"+12\",\"type\":\"text\",\"text\":{\"body\":\"x\"}}|422|recipient_invalid|/to",
                "{\"to\":\"+15559998888\",\"type\":\"text\",\"text\":{\"body\":\"x\"}}|422|window_closed|/type",
                "{\"to\":\"+15550002000\",\"channelId\":\"01a1fc15-678b-7851-bc40-f52176b702eb\",\"type\":\"text\",\"text\":{\"body\":\"x\"}}|422|channel_unavailable|/channelId",
                "{\"conversationId\":\"no-uuid\",\"type\":\"text\",\"text\":{\"body\":\"x\"}}|400|malformed_request|/conversationId",
            })
    void isRefusedWithItsPlaceAndNothingIsStored(String body, int status, String code, String pointer) {
        var team = Team.connected();

        var answer = team.agent().body(body).post("/api/v1/messages");

        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", Matchers.equalTo(code))
                .body("type", Matchers.endsWith("/problems/" + code))
                .body("traceId", Matchers.hasLength(32));
        if (pointer != null) {
            answer.then().body("errors.pointer", Matchers.hasItem(pointer));
        }
        assertThat(Stores.database("messaging")
                        .askAsSuperuser(
                                "select count(*) from message where workspace_id = '%s'".formatted(team.workspace)))
                .containsExactly("0");
    }

    @Test
    void aFieldOfAMegabyteIsRefused() {
        var team = Team.connected();
        var body = "{\"to\":\"+15550002000\",\"type\":\"text\",\"text\":{\"body\":\"%s\"}}";

        team.agent()
                .body(body.formatted("x".repeat(1_000_000)))
                .post("/api/v1/messages")
                .then()
                .statusCode(413);
        team.agent()
                .body(body.formatted("x".repeat(4097)))
                .post("/api/v1/messages")
                .then()
                .statusCode(422);
    }

    @Test
    void tokensThatAreNoneAreRefused() {
        var workspace = UUID.randomUUID();

        for (var token :
                new String[] {"none", Tokens.expired(workspace, "owner"), Tokens.forged(workspace, "owner"), ""}) {
            given().header("Authorization", "Bearer " + token)
                    .get("/api/v1/conversations")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", "Bearer");
        }
        given().get("/api/v1/conversations").then().statusCode(401);
    }

    @Test
    void aRoleThatDoesNotSufficeIsRefused() {
        var team = Team.connected();

        team.as("viewer").body("{}").post("/api/v1/messages").then().statusCode(403);
        team.as("agent")
                .body(World.create().channelRequest("x"))
                .post("/api/v1/channels")
                .then()
                .statusCode(403);
    }

    @Test
    void aNumberIsConnectedOnceAndOnlyWithItsCredentials() {
        var team = Team.connected();
        var other = World.create();

        var again = team.as("admin").body(team.world.channelRequest("Again")).post("/api/v1/channels");
        var wrongToken = team.as("admin")
                .body(other.channelRequest("Wrong").replace(other.accessToken(), "not-the-token"))
                .post("/api/v1/channels");

        again.then().statusCode(409).body("code", Matchers.equalTo("phone_number_id_taken"));
        wrongToken.then().statusCode(422).body("code", Matchers.equalTo("channel_not_verified"));
        assertThat(wrongToken.asString()).doesNotContain("not-the-token");
        assertThat(team.get("/api/v1/channels").getList("data.id")).containsExactly(team.channelId);
    }

    @Test
    void listsTakeOnlyTheirLimitsAndTheirCursors() {
        var team = Team.connected();

        for (var limit : new String[] {"0", "101", "x", "-1"}) {
            team.agent().get("/api/v1/contacts?limit=" + limit).then().statusCode(400);
        }
        team.agent()
                .get("/api/v1/contacts?cursor=abc")
                .then()
                .statusCode(400)
                .body("code", Matchers.equalTo("invalid_cursor"));
        team.agent().get("/api/v1/contacts/not-a-uuid").then().statusCode(404);
    }
}

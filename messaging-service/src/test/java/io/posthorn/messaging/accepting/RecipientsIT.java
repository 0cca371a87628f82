package io.posthorn.messaging.accepting;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.posthorn.messaging.MessagingTest;
import io.posthorn.messaging.Team;
import io.posthorn.messaging.Templates;
import io.posthorn.testkit.Stores;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MessagingTest
class RecipientsIT {
    private static final String ANA = "15550002000";

    private Team team;

    @BeforeEach
    void aTeam() {
        team = Team.connected();
    }

    @Test
    void whoHidesTheirPhoneIsReachedByUserId() {
        var userId = hiddenAna();

        var byUserId = accepted(Bodies.text(userId, "by user id"));
        var intoConversation = team.send(team.conversationIds().getFirst(), "into the conversation");

        becomesRead(byUserId);
        becomesRead(intoConversation);
        assertThat(team.world.captured())
                .hasSize(2)
                .allMatch(send -> send.path("input").asText().equals(userId));
        assertThat(team.conversationIds()).hasSize(1);
    }

    @Test
    void aStrangerIsWrittenToByUserIdOnceTheyAreKnownToMeta() {
        var userId = hiddenAna();
        new Templates(team).approved("order_ready");
        var other = Team.connected();

        var id = accepted(Bodies.template(userId, "order_ready"));

        becomesRead(id);
        other.agent()
                .body(Bodies.text(userId, "not yours"))
                .post("/api/v1/messages")
                .then()
                .statusCode(422)
                .body("code", equalTo("window_closed"));
    }

    @Test
    void codesGoToPhoneNumbersOnly() {
        var userId = hiddenAna();
        new Templates(team).tellAuthentication("login_code");

        refused(Bodies.code(userId, "login_code"), "user_id_not_supported");
    }

    @Test
    void theWorkspacesRegionStandsInForCountryCodes() {
        team.world.write("351912345678", "Ana", "hi");
        await().until(() -> team.conversationIds().size() == 1);
        team.as("admin")
                .get("/api/v1/messages/default-region")
                .then()
                .statusCode(200)
                .body("region", nullValue());
        refused(Bodies.text("912 345 678", "nowhere"), "not_a_phone_number");

        team.as("admin")
                .body("{\"region\":\"PT\"}")
                .put("/api/v1/messages/default-region")
                .then()
                .statusCode(200)
                .body("region", equalTo("PT"));

        becomesRead(accepted(Bodies.text("912 345 678", "to Portugal")));
        assertThat(team.world.captured().getFirst().path("input").asText()).isEqualTo("+351912345678");
        team.as("admin")
                .body("{\"region\":\"XX\"}")
                .put("/api/v1/messages/default-region")
                .then()
                .statusCode(422);
        team.as("agent")
                .body("{\"region\":\"PT\"}")
                .put("/api/v1/messages/default-region")
                .then()
                .statusCode(403);
        Team.connected()
                .as("admin")
                .get("/api/v1/messages/default-region")
                .then()
                .body("region", nullValue());
    }

    /** The note comes back with the message and in the event of each of its statuses. */
    @Test
    void theSendersNoteComesBack() {
        team.world.write(ANA, "Ana", "hi");
        await().until(() -> team.conversationIds().size() == 1);

        var id = accepted(Bodies.with(Bodies.text("+" + ANA, "hello"), "callbackData", "order-17"));

        becomesRead(id);
        assertThat(team.get("/api/v1/messages/{id}", id).getString("callbackData"))
                .isEqualTo("order-17");
        assertThat(team.world.captured().getFirst().path("callbackData").asText())
                .doesNotContain("order-17");
        assertThat(Stores.database("messaging").askAsSuperuser("""
                select distinct payload ->> 'callbackData' from outbox
                where workspace_id = '%s' and type = 'posthorn.message.status-changed'""".formatted(team.workspace)))
                .containsExactly("order-17");
    }

    /** Somebody with a username, whom the team knows by a user id only. */
    private String hiddenAna() {
        RestAssured.given()
                .baseUri(team.world.simulator())
                .contentType("application/json")
                .body("{\"phoneNumberId\":\"%s\",\"username\":\"@ana.b\"}".formatted(team.world.phoneNumberId()))
                .patch("/_sim/customers/" + ANA)
                .then()
                .statusCode(200);
        team.world.write(ANA, "Ana", "hi");
        await().until(() -> team.conversationIds().size() == 1);
        return Stores.database("messaging")
                .askAsSuperuser("select value from contact_identity where kind = 'bsuid' and workspace_id = '%s'"
                        .formatted(team.workspace))
                .getFirst();
    }

    private void becomesRead(String id) {
        await().untilAsserted(() -> assertThat(team.status(id)).isEqualTo("read"));
    }

    private String accepted(String body) {
        return post(body).then().statusCode(202).extract().path("id");
    }

    private void refused(String body, String violation) {
        post(body).then().statusCode(422).body("errors[0].code", equalTo(violation));
    }

    private Response post(String body) {
        return team.agent().body(body).post("/api/v1/messages");
    }
}

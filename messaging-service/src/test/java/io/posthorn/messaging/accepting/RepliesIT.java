package io.posthorn.messaging.accepting;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.posthorn.messaging.MessagingTest;
import io.posthorn.messaging.Team;
import io.posthorn.testkit.Stores;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MessagingTest
class RepliesIT {
    private Team team;
    private String conversation;
    private String wamidOfAna;

    @BeforeEach
    void aCustomerHasWritten() {
        team = Team.connected();
        wamidOfAna = team.world.write("15550002000", "Ana", "hi");
        await().until(() -> team.conversationIds().size() == 1);
        conversation = team.conversationIds().getFirst();
    }

    @Test
    void anAnswerQuotesWhatItAnswers() {
        var question = messageOfAna(team, conversation);

        var answer = accepted(reply("you asked", question));
        var toOurOwn = accepted(reply("as I said", answer));

        becomesRead(answer);
        becomesRead(toOurOwn);
        assertThat(quoteOf(answer)).isEqualTo(wamidOfAna);
        assertThat(quoteOf(toOurOwn))
                .isEqualTo(team.get("/api/v1/messages/{id}", answer).getString("wamid"));
        assertThat(team.get("/api/v1/messages/{id}", answer).getString("replyTo"))
                .isEqualTo(question);
    }

    @Test
    void aMessageOfAnotherConversationOrWorkspaceIsAsUnknownAsNone() {
        var theirs = Team.connected();
        theirs.world.write("15550002000", "Ana", "hi");
        team.world.write("15550002001", "Bo", "hi");
        await().until(() ->
                theirs.conversationIds().size() == 1 && team.conversationIds().size() == 2);
        var ofBo = team.conversationIds().stream()
                .filter(id -> !id.equals(conversation))
                .findFirst()
                .orElseThrow();

        for (var foreign : new String[] {
            messageOfAna(theirs, theirs.conversationIds().getFirst()),
            messageOfAna(team, ofBo),
            UUID.randomUUID().toString()
        }) {
            post(reply("x", foreign))
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/replyTo"), "errors[0].code", equalTo("message_unknown"));
            post(reaction(foreign, "👍"))
                    .then()
                    .statusCode(422)
                    .body(
                            "errors[0].pointer",
                            equalTo("/reaction/messageId"),
                            "errors[0].code",
                            equalTo("message_unknown"));
        }
        assertThat(outbound()).isEqualTo("0");
    }

    @Test
    void onlyWhatTheCustomerWroteCanBeReactedTo() {
        var ours = accepted(reply("ours", messageOfAna(team, conversation)));

        post(reaction(ours, "👍")).then().statusCode(422).body("errors[0].code", equalTo("reaction_target"));
        var reaction = accepted(reaction(messageOfAna(team, conversation), "👍"));

        await().untilAsserted(() -> assertThat(team.status(reaction)).isEqualTo("sent"));
        assertThat(outbound()).isEqualTo("2");
    }

    @Test
    void anAnswerToWhatNeverLeftGoesWithoutItsQuote() {
        team.world.fault("\"kind\":\"error\",\"code\":131009,\"count\":1");
        var refused = accepted(reply("refused", messageOfAna(team, conversation)));

        var answer = accepted(reply("goes anyway", refused));

        await().untilAsserted(() -> assertThat(team.status(refused)).isEqualTo("failed"));
        becomesRead(answer);
        assertThat(quoteOf(answer)).isEmpty();
    }

    private void becomesRead(String id) {
        await().untilAsserted(() -> assertThat(team.status(id)).isEqualTo("read"));
    }

    private String quoteOf(String id) {
        var wamid = team.get("/api/v1/messages/{id}", id).getString("wamid");
        return team.world.captured().stream()
                .filter(send -> send.path("wamid").asText().equals(wamid))
                .findFirst()
                .orElseThrow()
                .path("contextMessageId")
                .asText("");
    }

    private static String messageOfAna(Team team, String conversation) {
        return team.get("/api/v1/conversations/{id}/messages", conversation)
                .getList("data.findAll { it.direction == 'inbound' }.id", String.class)
                .getLast();
    }

    private String reply(String text, String replyTo) {
        return """
                {"conversationId":"%s","type":"text","text":{"body":"%s"},"replyTo":"%s"}""".formatted(conversation, text, replyTo);
    }

    private String reaction(String messageId, String emoji) {
        return """
                {"conversationId":"%s","type":"reaction","reaction":{"messageId":"%s","emoji":"%s"}}""".formatted(conversation, messageId, emoji);
    }

    private String accepted(String body) {
        return post(body).then().statusCode(202).extract().path("id");
    }

    private Response post(String body) {
        return team.agent().body(body).post("/api/v1/messages");
    }

    private String outbound() {
        return Stores.database("messaging")
                .askAsSuperuser("select count(*) from message where direction = 'outbound' and workspace_id = '%s'"
                        .formatted(team.workspace))
                .getFirst();
    }
}

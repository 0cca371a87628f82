package io.posthorn.messaging.accepting;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.posthorn.messaging.MessagingTest;
import io.posthorn.messaging.Neighbours;
import io.posthorn.messaging.Team;
import io.posthorn.messaging.Templates;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MessagingTest
class TemplateSendingIT {
    private static final String ANA = "+15550002000";

    private Team team;
    private Templates templates;

    @BeforeEach
    void aTeam() {
        team = Team.connected();
        templates = new Templates(team);
    }

    @Test
    void anApprovedTemplateReachesAStranger() {
        templates.approved("order_ready");

        var id = accepted(Bodies.template(ANA, "order_ready"));

        becomes(id, "read");
        var message = team.get("/api/v1/messages/{id}", id);
        assertThat(message.getString("content.body"))
                .isEqualTo("Hello Ana, your order A-17 is ready. We keep it for you until Friday evening.");
        assertThat(message.<String>getList("content.buttons")).containsExactly("Thanks", "Stop");
        assertThat(team.world.captured())
                .singleElement()
                .satisfies(send -> assertThat(send.path("type").asText()).isEqualTo("template"));
        assertThat(team.get("/api/v1/contacts").getString("data[0].phone")).isEqualTo(ANA);
    }

    @Test
    void whatMetaWouldRefuseIsRefusedAtOnce() {
        var id = templates.approved("order_ready");

        refused(Bodies.template(ANA, "never_heard_of"), "template_not_approved", "template_unknown");
        refused(
                Bodies.template(ANA, "order_ready").replace(",{\"type\":\"text\",\"text\":\"A-17\"}", ""),
                "template_parameters_invalid",
                "parameter_count");
        templates.tell(id, "paused", "order_ready", 3, null);
        refused(Bodies.template(ANA, "order_ready"), "template_not_approved", "template_paused");
        templates.tell(id, "approved", "order_ready", 2, "[]");
        refused(Bodies.template(ANA, "order_ready"), "template_not_approved", "template_paused");
        assertThat(team.world.captured()).isEmpty();
    }

    @Test
    void aFieldThatMetaDoesNotKnowIsMalformed() {
        team.agent()
                .body(Bodies.template(ANA, "x").replace("\"index\"", "\"indx\""))
                .post("/api/v1/messages")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/template/components/1/indx"));
        team.agent()
                .body("{\"to\":\"%s\",\"type\":\"template\",\"text\":{\"body\":\"x\"}}".formatted(ANA))
                .post("/api/v1/messages")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/template"))
                .body("errors.pointer", hasItem("/text"));
    }

    @Test
    void oneImageOfManyMessagesIsUploadedOnce() {
        templates.approvedWithImage("summer");
        var providerMedia = templates.providerMedia();
        Neighbours.uploaded(team.channelId, providerMedia);
        var mediaId = UUID.randomUUID();

        var ids = java.util.stream.IntStream.range(0, 5)
                .mapToObj(number -> accepted(Bodies.templateWithImage("+1555000200" + number, "summer", mediaId)))
                .toList();

        ids.forEach(id -> becomes(id, "read"));
        assertThat(team.world.captured()).hasSize(5);
        assertThat(team.world.captured().toString()).contains(providerMedia).doesNotContain(mediaId.toString());
        assertThat(Neighbours.uploads(team.channelId)).isEqualTo(1);
    }

    @Test
    void aMessageWaitsForItsFileAndIsNotLost() {
        team.world.write("15550002000", "Ana", "hi");
        await().until(() -> team.conversationIds().size() == 1);
        var conversation = team.conversationIds().getFirst();
        var id = accepted(Bodies.image(conversation, UUID.randomUUID()));
        becomes(id, "held");
        assertThat(team.get("/api/v1/messages/{id}", id).getString("statusReason"))
                .isEqualTo("media_pending");

        Neighbours.uploaded(team.channelId, templates.providerMedia());

        becomes(id, "read");
        assertThat(team.get("/api/v1/messages/{id}", id).getString("content.caption"))
                .isEqualTo("look");
    }

    @Test
    void aFileThatCannotBeSentIsRefusedWithItsPlace() {
        team.world.write("15550002000", "Ana", "hi");
        await().until(() -> team.conversationIds().size() == 1);
        var conversation = team.conversationIds().getFirst();

        refused(Bodies.image(conversation, Neighbours.UNKNOWN_FILE), "invalid_request", "media_not_found");
        refused(Bodies.image(conversation, Neighbours.GIF), "invalid_request", "media_unsuitable");
        var sticker = """
                {"conversationId":"%s","type":"sticker","sticker":{"mediaId":"%s"}}""".formatted(conversation, UUID.randomUUID());
        refused(sticker, "invalid_request", "media_unsuitable");
        post(sticker).then().body("errors[0].pointer", equalTo("/sticker/mediaId"));
    }

    @Test
    void whoOptsOutAfterwardsGetsNothing() {
        templates.approved("order_ready");
        var id = accepted(Bodies.with(Bodies.template(ANA, "order_ready"), "sendAt", inAnHour()));
        var contact = team.get("/api/v1/contacts").getString("data[0].id");

        team.agent()
                .body("{\"consent\":\"opted_out\"}")
                .patch("/api/v1/contacts/{id}", contact)
                .then()
                .statusCode(200)
                .body("consent", equalTo("opted_out"));

        refused(Bodies.template(ANA, "order_ready"), "contact_opted_out", "contact_opted_out");
        team.becomesDue(id);
        becomes(id, "failed");
        assertThat(team.get("/api/v1/messages/{id}", id).getString("statusReason"))
                .isEqualTo("contact_opted_out");
        assertThat(team.world.captured()).isEmpty();
    }

    @Test
    void aTemplatePausedMeanwhileHoldsItsMessages() {
        var template = templates.approved("order_ready");
        var id = accepted(Bodies.with(Bodies.template(ANA, "order_ready"), "sendAt", inAnHour()));

        templates.tell(template, "paused", "order_ready", 2, null);
        team.becomesDue(id);

        becomes(id, "held");
        assertThat(team.get("/api/v1/messages/{id}", id).getString("statusReason"))
                .isEqualTo("template_paused");
    }

    private static String inAnHour() {
        return Instant.now().plusSeconds(3600).toString();
    }

    private String accepted(String body) {
        return post(body).then().statusCode(202).extract().path("id");
    }

    private void refused(String body, String code, String violation) {
        post(body).then().statusCode(422).body("code", equalTo(code), "errors[0].code", equalTo(violation));
    }

    private Response post(String body) {
        return team.agent().body(body).post("/api/v1/messages");
    }

    private void becomes(String id, String status) {
        await().untilAsserted(() -> assertThat(team.status(id)).isEqualTo(status));
    }
}

package io.posthorn.simulator.templateapi;

import static io.posthorn.simulator.Patience.await;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.SimulatorClient.Answer;
import io.posthorn.simulator.TestWorld;
import io.posthorn.simulator.WebhookSink;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TemplateIT {
    private static final String FIELD = "message_template_status_update";

    @TestHTTPResource
    URI base;

    private final WebhookSink sink = new WebhookSink();
    private TestWorld world;

    @BeforeEach
    void makeWorld() {
        world = new SimulatorClient(base).world("\"templates\":{\"reviewMillis\":50}");
        world.listen(sink);
    }

    @AfterEach
    void close() {
        sink.close();
    }

    @Test
    void isPendingThenApprovedAndTellsTheDefaultCallback() {
        try (var override = new WebhookSink()) {
            world.override(override.url(), override.verifyToken());

            var answer = create("order_ready", "UTILITY");

            var id = answer.json().path("id").asText();
            await().until(() -> !sink.changes(FIELD).isEmpty());
            var event = sink.changes(FIELD).getFirst();
            assertThat(answer.json().path("status").asText()).isEqualTo("PENDING");
            assertThat(answer.json().path("category").asText()).isEqualTo("UTILITY");
            assertThat(world.templateStatus(id)).isEqualTo("APPROVED");
            assertThat(event.path("event").asText()).isEqualTo("APPROVED");
            assertThat(event.path("message_template_id").isIntegralNumber()).isTrue();
            assertThat(event.path("message_template_id").asText()).isEqualTo(id);
            assertThat(event.path("message_template_name").asText()).isEqualTo("order_ready");
            assertThat(event.path("message_template_language").asText()).isEqualTo("en_US");
            assertThat(event.path("message_template_category").asText()).isEqualTo("UTILITY");
            assertThat(event.path("reason").asText()).isEqualTo("NONE");
            assertThat(sink.received().getFirst().text()).contains("\"time\":");
            assertThat(sink.received().getFirst().isSignedWith(world.secret())).isTrue();
            assertThat(override.changes(FIELD)).isEmpty();
        }
    }

    @Test
    void rejectsByNameWithAReason() {
        var id = create("reject_scam_offer", "UTILITY").json().path("id").asText();
        create("reject_me", "UTILITY");

        await().until(() -> sink.changes(FIELD).size() == 2);
        assertThat(event("reject_scam_offer").path("event").asText()).isEqualTo("REJECTED");
        assertThat(event("reject_scam_offer").path("reason").asText()).isEqualTo("SCAM");
        assertThat(event("reject_scam_offer").has("rejection_info")).isFalse();
        assertThat(event("reject_me").path("reason").asText()).isEqualTo("INVALID_FORMAT");
        assertThat(event("reject_me").path("rejection_info").has("recommendation"))
                .isTrue();
        assertThat(world.get(id + "?fields=rejected_reason,status")
                        .json()
                        .path("rejected_reason")
                        .asText())
                .isEqualTo("SCAM");
    }

    @Test
    void waitsForTheWorldsClockAndForPeople() {
        world.change("{\"templates\":{\"reviewMillis\":60000}}");
        var slow = create("slow", "UTILITY").json().path("id").asText();
        await().during(200, MILLISECONDS).until(() -> world.templateStatus(slow).equals("PENDING"));
        world.clock("\"advanceSeconds\":61");
        await().until(() -> world.templateStatus(slow).equals("APPROVED"));

        world.change("{\"templates\":{\"automaticReview\":false}}");
        create("by_hand", "UTILITY");
        world.clock("\"advanceSeconds\":100");
        var answer = world.review("by_hand", "\"event\":\"REJECTED\",\"reason\":\"PROMOTIONAL\"");

        assertThat(answer.json().path(0).path("status").asText()).isEqualTo("REJECTED");
        await().until(() -> !sink.changes(FIELD).stream()
                .filter(each -> each.path("reason").asText().equals("PROMOTIONAL"))
                .toList()
                .isEmpty());
        assertThat(world.review("nobody", "\"event\":\"APPROVED\"").status()).isEqualTo(404);
        assertThat(world.review("by_hand", "\"event\":\"LOVED\"").status()).isEqualTo(422);
    }

    @Test
    void pausesForThreeHoursThenSixThenForGood() {
        var id = world.approved(body("ladder", "MARKETING"));

        score("ladder", "RED");
        assertThat(world.templateStatus(id)).isEqualTo("PAUSED");
        world.clock("\"advanceSeconds\":10801");
        await().until(() -> world.templateStatus(id).equals("APPROVED"));
        world.review("ladder", "\"event\":\"PAUSED\"");
        world.clock("\"advanceSeconds\":10801");
        assertThat(world.templateStatus(id)).isEqualTo("PAUSED");
        world.clock("\"advanceSeconds\":10801");
        await().until(() -> world.templateStatus(id).equals("APPROVED"));
        world.review("ladder", "\"event\":\"PAUSED\"");

        assertThat(world.templateStatus(id)).isEqualTo("DISABLED");
        await().until(() -> sink.changes(FIELD).size() == 6);
        assertThat(sink.changes(FIELD).stream()
                        .map(each -> each.path("other_info").path("title").asText("-")))
                .containsExactlyInAnyOrder("-", "FIRST_PAUSE", "UNPAUSE", "SECOND_PAUSE", "UNPAUSE", "DISABLED");
        assertThat(sink.changes("message_template_quality_update")
                        .getFirst()
                        .path("new_quality_score")
                        .asText())
                .isEqualTo("RED");
    }

    @Test
    void listsFiltersAndPages() {
        for (var name : new String[] {"first_order", "second_order", "reject_third"}) {
            create(name, "UTILITY");
        }
        await().until(() -> sink.changes(FIELD).size() == 3);

        var all = list("");
        var orders = list("?name=order&status=approved&language=en_US");
        var page = list("?limit=2&fields=name");
        var next = world.get(page.path("paging").path("next").asText().replaceAll(".*/v25.0/", ""))
                .json();

        assertThat(all.path("data")).hasSize(3);
        assertThat(all.path("paging").has("next")).isFalse();
        assertThat(orders.path("data")).hasSize(2);
        assertThat(page.path("data").path(0).properties()).hasSize(2);
        assertThat(next.path("data").path(0).path("name").asText()).isEqualTo("reject_third");
        assertThat(world.get(world.account() + "/message_templates?after=QQ").errorCode())
                .isEqualTo(131059);
    }

    @Test
    void editsNowAndThen() {
        var id = world.approved(body("edited", "UTILITY"));
        var change = """
                {"components":[{"type":"BODY","text":"Hello, something else is written here now."}]}""";

        assertThat(edit(id, "{\"category\":\"MARKETING\"}").errorCode()).isEqualTo(100);
        assertThat(edit(id, change).text()).isEqualTo("{\"success\":true}");
        assertThat(subcode(edit(id, change))).isEqualTo(2388039);
        await().until(() -> world.templateStatus(id).equals("APPROVED"));
        assertThat(edit(id, change)
                        .json()
                        .path("error")
                        .path("error_user_title")
                        .asText())
                .isEqualTo("Message template can't be edited");
        world.clock("\"advanceSeconds\":86401");
        assertThat(edit(id, change).status()).isEqualTo(200);
        assertThat(world.get(id).json().path("components").path(0).path("text").asText())
                .contains("something else");
    }

    @Test
    void deletesAndBlocksTheNameForThirtyDays() {
        world.approved(body("gone", "UTILITY"));
        create("reject_gone", "UTILITY");
        await().until(() -> sink.changes(FIELD).size() == 2);

        assertThat(delete("?name=gone").text()).isEqualTo("{\"success\":true}");
        assertThat(delete("?name=reject_gone").status()).isEqualTo(200);

        assertThat(subcode(create("gone", "UTILITY"))).isEqualTo(2388023);
        assertThat(create("reject_gone", "UTILITY").status()).isEqualTo(200);
        assertThat(delete("?name=gone")
                        .json()
                        .path("error")
                        .path("error_user_title")
                        .asText())
                .isEqualTo("Message Template Not Found");
        world.clock("\"advanceSeconds\":2592001");
        assertThat(create("gone", "UTILITY").status()).isEqualTo(200);
    }

    @Test
    void deletesOneLanguageOrManyIds() {
        var english = create("both", "UTILITY").json().path("id").asText();
        var german = world.createTemplate(body("both", "UTILITY").replace("en_US", "de"))
                .json()
                .path("id")
                .asText();

        assertThat(delete("?hsm_ids=%5B%22" + german + "%22,%22600%22%5D").status())
                .isEqualTo(400);
        assertThat(delete("?name=both&hsm_id=" + english).status()).isEqualTo(200);
        assertThat(world.get(english).errorCode()).isEqualTo(100);
        assertThat(world.get(german).status()).isEqualTo(200);
    }

    @Test
    void refusesWhatTheAccountAlreadyHas() {
        create("twice", "UTILITY");

        assertThat(subcode(create("twice", "UTILITY"))).isEqualTo(2388024);
        assertThat(world.createTemplate(body("twice", "MARKETING").replace("en_US", "de"))
                        .errorCode())
                .isEqualTo(100);
        world.change("{\"templates\":{\"creationsPerHour\":1}}");
        assertThat(create("too_soon", "UTILITY").errorCode()).isEqualTo(80008);
        world.clock("\"advanceSeconds\":3601");
        assertThat(create("too_soon", "UTILITY").status()).isEqualTo(200);
        world.change("{\"templates\":{\"most\":2}}");
        world.clock("\"advanceSeconds\":3601");
        assertThat(subcode(create("too_many", "UTILITY"))).isEqualTo(2388019);
    }

    @Test
    void findsPromotionsAmongUtilities() {
        assertThat(create("promo_summer", "UTILITY").json().path("category").asText())
                .isEqualTo("MARKETING");
    }

    @Test
    void hidesTemplatesFromOtherWorlds() {
        var id = create("mine", "UTILITY").json().path("id").asText();
        var other = new SimulatorClient(base).world();

        assertThat(other.get(id).json().path("error").path("error_subcode").asInt())
                .isEqualTo(33);
        assertThat(other.get(other.account() + "/message_templates").json().path("data"))
                .isEmpty();
    }

    private static String body(String name, String category) {
        return """
                {"name":"%s","language":"en_US","category":"%s","components":[
                 {"type":"BODY","text":"Hello {{1}}, your order can be collected.","example":{"body_text":[["Ana"]]}}]}""".formatted(name, category);
    }

    private Answer create(String name, String category) {
        return world.createTemplate(body(name, category));
    }

    private Answer edit(String id, String body) {
        return world.simulator().graph("POST", "/v25.0/" + id, world.token(), body);
    }

    private Answer delete(String query) {
        return world.simulator()
                .graph("DELETE", "/v25.0/" + world.account() + "/message_templates" + query, world.token(), null);
    }

    private JsonNode list(String query) {
        return world.get(world.account() + "/message_templates" + query).json();
    }

    private void score(String name, String score) {
        world.simulator()
                .control(
                        "POST",
                        "/_sim/worlds/%s/templates/%s/quality".formatted(world.id(), name),
                        "{\"score\":\"%s\"}".formatted(score));
    }

    private JsonNode event(String name) {
        return sink.changes(FIELD).stream()
                .filter(each -> each.path("message_template_name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static int subcode(Answer answer) {
        return answer.json().path("error").path("error_subcode").asInt();
    }
}

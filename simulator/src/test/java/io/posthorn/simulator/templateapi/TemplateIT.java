package io.posthorn.simulator.templateapi;

import static io.posthorn.simulator.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.SimulatorClient.Answer;
import io.posthorn.simulator.TestWorld;
import io.posthorn.simulator.WebhookSink;
import io.posthorn.simulator.reference.Shows;
import io.posthorn.simulator.template.TemplateTrial;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class TemplateIT {
    private static final int DAY = 86_400;
    private static final String OTHER = "'components':[{'type':'BODY','text':'Something else is written here now.'}]";

    @TestHTTPResource
    URI base;

    private TestWorld world;
    private TemplateTrial trial;

    @BeforeEach
    void makeWorld() {
        world = new SimulatorClient(base).world("\"templates\":{\"reviewMillis\":0}");
        trial = new TemplateTrial(world);
    }

    @Shows({"B8.1"})
    @Test
    void tellsTheDefaultCallbackAndNoOverride() {
        try (var sink = new WebhookSink();
                var override = new WebhookSink()) {
            world.listen(sink);
            world.override(override.url(), override.verifyToken());

            create("order_ready", "UTILITY");

            await().until(() -> !sink.changes("message_template_status_update").isEmpty());
            assertThat(sink.received().getFirst().text()).contains("\"time\":");
            assertThat(sink.received().getFirst().isSignedWith(world.secret())).isTrue();
            assertThat(override.changes("message_template_status_update")).isEmpty();
        }
    }

    @Shows({"C1.5", "C1.6", "C1.7", "C1.8", "C1.9", "C1.11", "C1.12", "C1.13", "C1.14"})
    @ParameterizedTest
    @CsvSource({
        "'',3",
        "?name=order,2",
        "?name=ORDER,2",
        "?status=approved,2",
        "?status=REJECTED,1",
        "?category=utility,3",
        "?category=MARKETING,0",
        "?language=en_US,3",
        "?language=de,0",
        "?content=collected,3",
        "?content=nothing,0",
        "?name_or_content=second,1",
        "?name_or_content=COLLECTED,3",
        "?source=AUTO_GENERATED,0",
        "?name=order&status=approved&language=en_us,2"
    })
    void filters(String query, int count) {
        createThree();

        assertThat(list(query).path("data")).hasSize(count);
    }

    @Shows({"C1.15", "C1.38"})
    @Test
    void listsPageByPage() {
        createThree();

        var all = list("");
        var page = list("?limit=2&fields=name");
        var next = world.get(page.path("paging").path("next").asText().replaceAll(".*/v25.0/", ""))
                .json();

        assertThat(all.path("paging").has("next")).isFalse();
        assertThat(all.path("data").path(0).properties().stream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder(
                        "name", "parameter_format", "components", "language", "status", "category", "id");
        assertThat(page.path("data").path(0).properties()).hasSize(2);
        assertThat(next.path("data").path(0).path("name").asText()).isEqualTo("reject_third");
        assertThat(world.get(world.account() + "/message_templates?after=QQ").errorCode())
                .isEqualTo(131059);
    }

    @Shows({"C1.16", "C1.17", "C1.18", "C1.19", "C1.20", "C1.21"})
    @Test
    void readsEveryField() {
        var id = world.createTemplate(trial.json("""
                {'name':'full','language':'en_US','category':'UTILITY','sub_category':'ORDER_STATUS','message_send_ttl_seconds':3600,
                 'cta_url_link_tracking_opted_out':true,'allow_category_change':true,'components':[BODY]}""")).json().path("id").asText();

        var read = world.get(id
                        + "?fields=name,language,status,category,sub_category,previous_category,correct_category,components,parameter_format,"
                        + "quality_score,rejected_reason,message_send_ttl_seconds,cta_url_link_tracking_opted_out,library_template_name,"
                        + "is_primary_device_delivery_only,health_status,source")
                .json();

        assertThat(read.path("id").asText()).isEqualTo(id);
        assertThat(read.path("sub_category").asText()).isEqualTo("ORDER_STATUS");
        assertThat(read.path("message_send_ttl_seconds").asInt()).isEqualTo(3600);
        assertThat(read.path("cta_url_link_tracking_opted_out").asBoolean()).isTrue();
        assertThat(read.path("is_primary_device_delivery_only").asBoolean(true)).isFalse();
        assertThat(read.path("health_status").path("can_send_message").asText()).isEqualTo("AVAILABLE");
        assertThat(read.path("parameter_format").asText()).isEqualTo("POSITIONAL");
        assertThat(read.path("rejected_reason").asText()).isEqualTo("NONE");
        assertThat(read.path("quality_score").path("score").asText()).isEqualTo("UNKNOWN");
        assertThat(world.get(id + "?fields=colour").errorCode()).isEqualTo(100);
    }

    @Shows({"C1.3"})
    @Test
    void ignoresTheOldWishAboutCategories() {
        var answer = world.createTemplate(
                trial.json(
                        "{'name':'promo_a','language':'en','category':'UTILITY','allow_category_change':false,'components':[BODY]}"));

        assertThat(answer.json().path("category").asText()).isEqualTo("MARKETING");
    }

    @Shows({"C1.22", "C10.17", "C10.18", "C10.21", "C10.22", "C10.24", "F4.4", "I5.6"})
    @Test
    void editsAnApprovedOneOnceADay() {
        var id = approved("edited");

        assertThat(edit(id, "'category':'MARKETING'").text()).contains("category of an approved");
        assertThat(edit(id, "").errorCode()).isEqualTo(100);
        assertThat(edit(id, "'components':[{'type':'FOOTER','text':'Only'}]").errorCode())
                .isEqualTo(100);
        assertThat(edit(id, OTHER).text()).isEqualTo("{\"success\":true}");
        assertThat(edit(id, OTHER).text()).contains("once in 24 hours");
        world.clock("\"advanceSeconds\":" + DAY);
        world.change("{\"templates\":{\"automaticReview\":false}}");
        assertThat(edit(id, OTHER + ",'message_send_ttl_seconds':60").status()).isEqualTo(200);
        assertThat(world.templateStatus(id)).isEqualTo("PENDING");
        assertThat(subcode(edit(id, OTHER))).isEqualTo(2388039);
        assertThat(world.get(id + "?fields=components,message_send_ttl_seconds")
                        .json()
                        .toString())
                .contains("omething else", ":60");
    }

    @Shows({"C10.19", "I5.6"})
    @Test
    void editsAnApprovedOneTenTimesInThirtyDays() {
        var id = approved("edited");
        for (var day = 0; day < 10; day++) {
            assertThat(edit(id, OTHER).status()).isEqualTo(200);
            world.clock("\"advanceSeconds\":" + DAY);
        }

        assertThat(edit(id, OTHER).text()).contains("10 times in 30 days");
        world.clock("\"advanceSeconds\":" + 20 * DAY);
        assertThat(edit(id, OTHER).status()).isEqualTo(200);
    }

    @Shows({"C10.17", "C10.20"})
    @Test
    void editsRejectedAndPausedOnesWithoutLimit() {
        var rejected = create("reject_me", "UTILITY").json().path("id").asText();
        for (var time = 0; time < 12; time++) {
            assertThat(edit(rejected, OTHER).status()).isEqualTo(200);
        }
        assertThat(edit(rejected, "'category':'MARKETING'").status()).isEqualTo(200);
        assertThat(world.get(rejected).json().path("category").asText()).isEqualTo("MARKETING");

        var paused = approved("tired");
        world.change("{\"templates\":{\"automaticReview\":false}}");
        for (var time = 0; time < 3; time++) {
            world.review("tired", "\"event\":\"REINSTATED\"");
            world.simulator()
                    .control(
                            "POST",
                            "/_sim/worlds/%s/templates/tired/quality".formatted(world.id()),
                            "{\"score\":\"RED\"}");
            if (world.templateStatus(paused).equals("PAUSED")) {
                assertThat(edit(paused, OTHER).status()).isEqualTo(200);
            }
        }
        assertThat(world.templateStatus(paused)).isEqualTo("DISABLED");
        assertThat(subcode(edit(paused, OTHER))).isEqualTo(2388039);
    }

    @Shows({"C1.23", "C1.24", "C1.25", "C1.26", "C1.27", "C1.28"})
    @Test
    void deletesOneLanguageOrManyIds() {
        var english = inLanguage("both", "en_US").json().path("id").asText();
        var german = inLanguage("both", "de").json().path("id").asText();
        var french = inLanguage("both", "fr").json().path("id").asText();

        assertThat(delete("?hsm_id=" + english).errorCode()).isEqualTo(100);
        assertThat(delete("?hsm_ids=%5B%22" + german + "%22,%22600%22%5D").status())
                .isEqualTo(400);
        assertThat(delete("?name=both&hsm_ids=%5B%22" + german + "%22%5D").status())
                .isEqualTo(400);
        assertThat(delete("?hsm_ids=" + "%5B" + "%221%22,".repeat(100) + "%222%22%5D")
                        .text())
                .contains("1 to 100 ids");
        assertThat(list("").path("data")).hasSize(3);
        assertThat(delete("?name=both&hsm_id=" + english).status()).isEqualTo(200);
        assertThat(world.get(english).errorCode()).isEqualTo(100);
        assertThat(world.get(german).status()).isEqualTo(200);
        assertThat(delete("?hsm_ids=%5B%22" + german + "%22,%22" + french + "%22%5D")
                        .text())
                .isEqualTo("{\"success\":true}");
        assertThat(list("").path("data")).isEmpty();
        inLanguage("all", "en_US");
        inLanguage("all", "de");
        assertThat(delete("?name=all").status()).isEqualTo(200);
        assertThat(list("").path("data")).isEmpty();
    }

    @Shows({"C1.37", "C3.2", "C3.3", "C3.4", "F4.3", "I5.7"})
    @Test
    void refusesWhatTheAccountAlreadyHas() {
        create("twice", "UTILITY");

        assertThat(subcode(create("twice", "UTILITY"))).isEqualTo(2388024);
        assertThat(world.createTemplate(trial.json(
                                "{'name':'twice','language':'de','category':'MARKETING','components':[BODY]}"))
                        .text())
                .contains(
                        "The category MARKETING doesn't match the one that's already associated with this template, UTILITY.");
        assertThat(inLanguage("twice", "de").status()).isEqualTo(200);
    }

    @Shows({"C1.37", "I5.7"})
    @Test
    void takesAHundredCreationsInAnHour() {
        for (var number = 0; number < 100; number++) {
            assertThat(create("number_" + number, "UTILITY").status()).isEqualTo(200);
        }

        assertThat(create("too_soon", "UTILITY").errorCode()).isEqualTo(80008);
        world.clock("\"advanceSeconds\":3600");
        assertThat(create("too_soon", "UTILITY").status()).isEqualTo(200);
    }

    @Shows({"C3.10", "C3.11", "F4.1"})
    @Test
    void holdsAsManyTemplatesAsItsPortfolioMay() {
        world.change("{\"templates\":{\"most\":250,\"creationsPerHour\":1000}}");
        for (var number = 0; number < 250; number++) {
            create("number_" + number, "UTILITY");
        }

        assertThat(subcode(create("too_many", "UTILITY"))).isEqualTo(2388019);
        world.change("{\"templates\":{\"most\":6000}}");
        assertThat(create("too_many", "UTILITY").status()).isEqualTo(200);
    }

    @Shows({"C1.36", "F4.14"})
    @Test
    void refusesTokensThatMayNot() {
        var id = approved("mine");
        var other = control("accounts", "{}").path("id").asText();
        var messaging = control("tokens", "{\"scopes\":[\"whatsapp_business_messaging\"]}")
                .path("value")
                .asText();
        var elsewhere = control("tokens", "{\"accounts\":[\"%s\"]}".formatted(other))
                .path("value")
                .asText();

        assertThat(call("GET", id, messaging).errorCode()).isEqualTo(200);
        assertThat(call("GET", world.account() + "/message_templates", messaging)
                        .errorCode())
                .isEqualTo(200);
        assertThat(call("GET", id, elsewhere).errorCode()).isEqualTo(10);
        assertThat(subcode(call("GET", id, elsewhere))).isEqualTo(2388185);
    }

    @Test
    void hidesTemplatesFromOtherWorldsAndAccounts() {
        var id = approved("mine");
        var otherWorld = new SimulatorClient(base).world();
        var otherAccount = control("accounts", "{}").path("id").asText();

        assertThat(subcode(otherWorld.get(id))).isEqualTo(33);
        assertThat(otherWorld
                        .get(otherWorld.account() + "/message_templates")
                        .json()
                        .path("data"))
                .isEmpty();
        assertThat(world.get(otherAccount + "/message_templates").json().path("data"))
                .isEmpty();
    }

    private void createThree() {
        for (var name : new String[] {"first_order", "second_order", "reject_third"}) {
            create(name, "UTILITY");
        }
    }

    private Answer create(String name, String category) {
        return trial.create(
                name,
                category,
                "{'type':'BODY','text':'Hello {{1}}, your order can be collected.','example':{'body_text':[['Ana']]}}");
    }

    private Answer inLanguage(String name, String language) {
        return world.createTemplate(trial.json(
                "{'name':'%s','language':'%s','category':'UTILITY','components':[BODY]}".formatted(name, language)));
    }

    private String approved(String name) {
        return create(name, "UTILITY").json().path("id").asText();
    }

    private Answer edit(String id, String changes) {
        return world.simulator().graph("POST", "/v25.0/" + id, world.token(), trial.json("{" + changes + "}"));
    }

    private Answer delete(String query) {
        return call("DELETE", world.account() + "/message_templates" + query, world.token());
    }

    private Answer call(String method, String path, String token) {
        return world.simulator().graph(method, "/v25.0/" + path, token, null);
    }

    private JsonNode list(String query) {
        return world.get(world.account() + "/message_templates" + query).json();
    }

    private JsonNode control(String what, String body) {
        return world.simulator()
                .control("POST", "/_sim/worlds/%s/%s".formatted(world.id(), what), body)
                .json();
    }

    private static int subcode(Answer answer) {
        return answer.json().path("error").path("error_subcode").asInt();
    }
}

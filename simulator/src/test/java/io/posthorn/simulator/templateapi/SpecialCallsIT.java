package io.posthorn.simulator.templateapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.SimulatorClient.Answer;
import io.posthorn.simulator.TestWorld;
import io.posthorn.simulator.reference.Shows;
import io.posthorn.simulator.template.TemplateTrial;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SpecialCallsIT {
    @TestHTTPResource
    URI base;

    private TestWorld world;
    private TemplateTrial trial;

    @BeforeEach
    void makeWorld() {
        world = new SimulatorClient(base).world("\"templates\":{\"reviewMillis\":0}");
        trial = new TemplateTrial(world);
    }

    @Shows({"C1.30", "C1.31"})
    @Test
    void makesCodesInSeveralLanguagesAndChangesThem() {
        var body =
                "{'name':'code','languages':['en_US','es_ES'],'category':'AUTHENTICATION','components':[{'type':'BODY','add_security_recommendation':%s},"
                        + "{'type':'BUTTONS','buttons':[{'type':'OTP','otp_type':'COPY_CODE'%s}]}]}";

        var made = post("upsert_message_templates", body.formatted(false, ""));
        var changed = post("upsert_message_templates", body.formatted(true, ""));

        assertThat(made.json().path("data").findValuesAsText("language"))
                .as(made.text())
                .containsExactly("en_US", "es_ES");
        assertThat(made.json().path("data").findValuesAsText("status")).containsExactly("APPROVED", "APPROVED");
        assertThat(changed.json().path("data").findValuesAsText("id"))
                .isEqualTo(made.json().path("data").findValuesAsText("id"));
        assertThat(world.get(made.json().path("data").path(1).path("id").asText())
                        .json()
                        .path("components")
                        .path(0)
                        .path("text")
                        .asText())
                .isEqualTo("Tu código de verificación es *{{1}}*. Por tu seguridad, no lo compartas.");
        TemplateTrial.refused("2388042", post("upsert_message_templates", body.formatted(true, ",'text':'Copy'")));
        TemplateTrial.refused(
                "languages must be",
                post("upsert_message_templates", body.formatted(true, "").replace("['en_US','es_ES']", "[]")));
        TemplateTrial.refused(
                "supported language",
                post("upsert_message_templates", body.formatted(true, "").replace("es_ES", "xx")));
        TemplateTrial.refused(
                "category must be",
                post("upsert_message_templates", body.formatted(true, "").replace("AUTHENTICATION", "UTILITY")));
    }

    @Shows({"C1.32"})
    @Test
    void showsTheFixedTexts() {
        var previews = world.get(
                        world.account()
                                + "/message_template_previews?category=AUTHENTICATION&languages=en_US,es_ES&add_security_recommendation=true&code_expiration_minutes=10&button_types=OTP")
                .json()
                .path("data");

        assertThat(previews.findValuesAsText("language")).containsExactly("en_US", "es_ES");
        assertThat(previews.path(0).path("body").asText())
                .isEqualTo("*{{1}}* is your verification code. For your security, do not share this code.");
        assertThat(previews.path(0).path("footer").asText()).isEqualTo("This code expires in 10 minutes.");
        assertThat(previews.path(0).path("buttons").path(0).path("text").asText())
                .isEqualTo("Copy code");
    }

    @Shows({"C1.32"})
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?category=UTILITY",
                "?category=AUTHENTICATION&languages=xx",
                "?category=AUTHENTICATION&code_expiration_minutes=91"
            })
    void refusesOtherPreviews(String query) {
        assertThat(world.get(world.account() + "/message_template_previews" + query)
                        .errorCode())
                .isEqualTo(100);
    }

    @Shows({"C1.21", "C9.24"})
    @Test
    void takesWordingsFromTheLibrary() {
        world.change("{\"templates\":{\"reviewMillis\":60000}}");
        var library =
                "{'name':'mine','language':'en_US','category':'UTILITY','library_template_name':'delivery_update_1'%s}";

        var answer = post(
                "message_templates",
                library.formatted(
                        ",'library_template_button_inputs':[{'type':'URL','url':{'base_url':'https://a.example/{{1}}','url_suffix_example':'https://a.example/x'}}]"));

        var read = world.get(answer.json().path("id").asText() + "?fields=library_template_name,components")
                .json();
        assertThat(answer.json().path("status").asText()).as(answer.text()).isEqualTo("APPROVED");
        assertThat(read.path("library_template_name").asText()).isEqualTo("delivery_update_1");
        assertThat(read.toString()).contains("has left our warehouse", "https://a.example/{{1}}");
        TemplateTrial.refused("button_inputs", post("message_templates", library.formatted("")));
        TemplateTrial.refused(
                "library_template_name must be",
                post("message_templates", library.formatted("").replace("delivery_update_1", "nothing")));
        TemplateTrial.refused(
                "category must be",
                post("message_templates", library.formatted("").replace("UTILITY", "MARKETING")));
        TemplateTrial.refused("components can't", post("message_templates", library.formatted(",'components':[BODY]")));
    }

    @Shows({"C1.33", "C1.34"})
    @Test
    void copiesWhatAnotherAccountHadApproved() {
        var destination = control("accounts", "{}").path("id").asText();
        var good = id("good");
        var bad = id("bad");
        control("templates/bad/quality", "{\"score\":\"YELLOW\"}");
        var rejected = id("reject_me");
        var path = destination + "/migrate_message_templates";

        var answer = call(
                        "POST", path, "{'source_waba_id':'%s','count':500,'page_number':0}".formatted(world.account()))
                .json();
        var again = call("POST", path, "{'source_waba_id':'%s','template_ids':['%s']}".formatted(world.account(), good))
                .json();

        assertThat(answer.path("migrated_templates").toString()).isEqualTo("[\"%s\"]".formatted(good));
        assertThat(answer.path("failed_templates").has(bad)).isTrue();
        assertThat(answer.path("failed_templates").has(rejected)).isTrue();
        assertThat(again.path("failed_templates").path(good).asText()).contains("Already Exists");
        var copied = world.get(destination + "/message_templates").json().path("data");
        assertThat(copied.findValuesAsText("status")).containsExactly("APPROVED");
        assertThat(call("POST", path, "{'source_waba_id':'300'}").errorCode()).isEqualTo(100);
        assertThat(call("POST", path, "{'source_waba_id':'%s','count':501}".formatted(world.account()))
                        .errorCode())
                .isEqualTo(100);
        assertThat(call("POST", path, "{}").errorCode()).isEqualTo(100);
    }

    @Shows({"C1.35"})
    @ParameterizedTest
    @CsvSource({"7,200", "30,200", "60,200", "90,200", "8,400"})
    void comparesTwoTemplates(int days, int status) {
        var one = id("one");
        var two = id("two");
        control("templates/one/sends", "{\"count\":1500}");
        control("templates/two/sends", "{\"count\":1000}");
        control("templates/one/quality", "{\"score\":\"YELLOW\"}");

        var answer = compare(one, two, days);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        if (status == 200) {
            var data = answer.json().path("data");
            assertThat(data.findValuesAsText("metric"))
                    .containsExactly("BLOCK_RATE", "MESSAGE_SENDS", "TOP_BLOCK_REASON");
            assertThat(data.path(0).path("order_by_relative_metric").path(0).asText())
                    .isEqualTo(two);
            assertThat(data.path(1).path("number_values").path(0).path("value").asInt())
                    .isEqualTo(1500);
        }
    }

    @Shows({"C1.35"})
    @Test
    void comparesOnlyWhatWasSentOften() {
        var one = id("one");
        var two = id("two");
        control("templates/one/sends", "{\"count\":1500}");
        control("templates/two/sends", "{\"count\":999}");

        assertThat(compare(one, two, 7).text()).contains("Not enough messages");
        assertThat(compare(one, one, 7).status()).isEqualTo(400);
        assertThat(compare(one, "600", 7).status()).isEqualTo(400);
    }

    private Answer compare(String one, String two, int days) {
        var end = Instant.now().plusSeconds(60).getEpochSecond();
        return world.get(
                "%s/compare?template_ids=%%5B%s%%5D&start=%d&end=%d".formatted(one, two, end - days * 86_400L, end));
    }

    private String id(String name) {
        return trial.create(name, "MARKETING", "BODY").json().path("id").asText();
    }

    private Answer post(String edge, String body) {
        return call("POST", world.account() + "/" + edge, body);
    }

    private Answer call(String method, String path, String body) {
        return world.simulator().graph(method, "/v25.0/" + path, world.token(), trial.json(body));
    }

    private JsonNode control(String what, String body) {
        return world.simulator()
                .control("POST", "/_sim/worlds/%s/%s".formatted(world.id(), what), body)
                .json();
    }
}

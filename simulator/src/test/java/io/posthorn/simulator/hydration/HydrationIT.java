package io.posthorn.simulator.hydration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.Files;
import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.SimulatorClient.Answer;
import io.posthorn.simulator.TestWorld;
import io.posthorn.simulator.reference.Shows;
import io.posthorn.simulator.template.TemplateTrial;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class HydrationIT {
    private static final String CUSTOMER = "+15550002000";
    private static final String PLAIN = "{'type':'BODY','text':'Look at this.'}";

    @TestHTTPResource
    URI base;

    private TestWorld world;
    private TemplateTrial trial;

    @BeforeEach
    void makeWorld() {
        world = new SimulatorClient(base).world("\"templates\":{\"reviewMillis\":0}");
        trial = new TemplateTrial(world);
    }

    @Shows({"A10.15", "A10.21", "A10.22", "A10.23", "A10.24", "A10.7"})
    @Test
    void showsAmountsAndDatesAsTheyAreWritten() {
        make(
                "UTILITY",
                "{'type':'HEADER','format':'TEXT','text':'Order {{1}}','example':{'header_text':['A']}},"
                        + "{'type':'BODY','text':'Hello {{1}}, you paid {{2}} on the day of {{3}}, thank you for that.','example':{'body_text':[['a','b','c']]}}");

        var seen = sent(
                "{'type':'header','parameters':[{'type':'text','text':'A-17'}]},{'type':'body','parameters':[{'type':'text','text':'Ana'},"
                        + "{'type':'currency','currency':{'fallback_value':'$10.99','code':'USD','amount_1000':10990}},"
                        + "{'type':'date_time','date_time':{'fallback_value':'25 Feb 2027','year':1977}}]}");

        assertThat(seen.path("header").path("text").asText()).isEqualTo("Order A-17");
        assertThat(seen.path("body").asText())
                .isEqualTo("Hello Ana, you paid $10.99 on the day of 25 Feb 2027, thank you for that.");
    }

    @Shows({"A10.22", "A10.23", "A10.11"})
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            131008 | {'type':'currency','currency':{'code':'USD','amount_1000':10990}}
            131008 | {'type':'currency','currency':{'fallback_value':'$1','amount_1000':10990}}
            131008 | {'type':'currency','currency':{'fallback_value':'$1','code':'USD'}}
            131008 | {'type':'date_time','date_time':{}}
            131008 | {'type':'text','text':''}
            132012 | {'type':'payload','payload':'a'}
            132018 | {'type':'text','text':'tab\\tbed'}
            132018 | {'type':'text','text':'far     apart'}
            132018 | {'type':'currency','currency':{'fallback_value':'$\\n1','code':'USD','amount_1000':1}}
            """)
    void refusesValues(int code, String parameter) {
        make("UTILITY", "{'type':'BODY','text':'Hello {{1}}, this is for you.','example':{'body_text':[['a']]}}");

        refused(code, "{'type':'body','parameters':[%s]}".formatted(parameter));
    }

    @Shows({"A10.16", "A10.17", "A10.18"})
    @ParameterizedTest
    @CsvSource({"IMAGE,image/png", "VIDEO,video/mp4", "DOCUMENT,application/pdf"})
    void showsFilesByIdAndByLink(String format, String mimeType) {
        make("UTILITY", format + "," + PLAIN);
        var bytes =
                switch (format) {
                    case "IMAGE" -> Files.PNG;
                    case "VIDEO" -> Files.MP4;
                    default -> Files.PDF;
                };
        var kind = format.toLowerCase();
        var id = world.upload(mimeType, bytes).json().path("id").asText();
        var header = "{'type':'header','parameters':[{'type':'%1$s','%1$s':{%2$s}}]}";

        assertThat(sent(header.formatted(kind, "'id':'%s','filename':'a.pdf'".formatted(id)))
                        .path("header")
                        .path(kind)
                        .path("id")
                        .asText())
                .isEqualTo(id);
        assertThat(sent(header.formatted(kind, "'link':'https://a.example/a'"))
                        .path("header")
                        .path(kind)
                        .path("link")
                        .asText())
                .isEqualTo("https://a.example/a");
        assertThat(send(header.formatted(kind, "")).errorCode()).isEqualTo(131008);
        assertThat(send(header.formatted(kind, "'id':'%s','link':'https://a.example/a'".formatted(id)))
                        .errorCode())
                .isEqualTo(131008);
        assertThat(send(header.formatted(kind, "'id':'700'")).errorCode()).isEqualTo(100);
        assertThat(send("{'type':'header','parameters':[{'type':'text','text':'No'}]}")
                        .errorCode())
                .isEqualTo(132012);
        assertThat(send("").errorCode()).isEqualTo(132012);
    }

    @Shows({"A10.19"})
    @Test
    void showsPlaces() {
        make("UTILITY", "{'type':'HEADER','format':'LOCATION'}," + PLAIN);
        var header = "{'type':'header','parameters':[{'type':'location','location':{%s}}]}";

        var seen =
                sent(header.formatted("'latitude':'37.44','longitude':'-122.16','name':'Depot','address':'1 Main St'"));

        assertThat(seen.path("header").path("location").path("name").asText()).isEqualTo("Depot");
        assertThat(send(header.formatted("'latitude':37.44,'longitude':-122.16"))
                        .status())
                .isEqualTo(200);
        assertThat(send(header.formatted("'latitude':'37.44'")).errorCode()).isEqualTo(131008);
        assertThat(send(header.formatted("'latitude':'91','longitude':'1'")).errorCode())
                .isEqualTo(131009);
        assertThat(send(header.formatted("'latitude':'1','longitude':'far'")).errorCode())
                .isEqualTo(131009);
    }

    @Shows({"A10.20", "A10.30", "A10.31"})
    @Test
    void showsProducts() {
        make(
                "MARKETING",
                "{'type':'HEADER','format':'PRODUCT'}," + PLAIN + ",{'type':'BUTTONS','buttons':[{'type':'SPM'}]}");
        var header = "{'type':'header','parameters':[{'type':'product','product':{%s}}]}";

        var seen = sent(header.formatted("'product_retailer_id':'r1','catalog_id':'c1'"));

        assertThat(seen.path("header").path("product").path("catalog_id").asText())
                .isEqualTo("c1");
        refused(131008, header.formatted("'catalog_id':'c1'"));
    }

    @Shows({"A10.5", "A10.6", "A10.25", "A10.26", "A10.27"})
    @Test
    void fillsInLinksAndReplies() {
        make(
                "UTILITY",
                PLAIN
                        + ",{'type':'BUTTONS','buttons':[{'type':'QUICK_REPLY','text':'Stop'},{'type':'QUICK_REPLY','text':'More'},"
                        + "{'type':'URL','text':'Track','url':'https://a.example/{{1}}','example':['x']},{'type':'PHONE_NUMBER','text':'Call','phone_number':'+15550001000'}]}");

        var buttons =
                sent("{'type':'BUTTON','sub_type':'QUICK_REPLY','index':'0','parameters':[{'type':'payload','payload':'stop:1'}]},"
                                + "{'type':'button','sub_type':'url','index':2,'parameters':[{'type':'text','text':'A-17'}]}")
                        .path("buttons");

        assertThat(buttons.findValuesAsText("payload")).containsExactly("stop:1", "More");
        assertThat(buttons.path(2).path("url").asText()).isEqualTo("https://a.example/A-17");
        assertThat(buttons.path(3).path("phone_number").asText()).isEqualTo("+15550001000");
    }

    @Shows({"A10.6", "A10.9", "A10.25", "A10.26"})
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "-", textBlock = """
            131008 | -
            132000 | {'type':'button','sub_type':'url','index':0,'parameters':[{'type':'text','text':'a'},{'type':'text','text':'b'}]}
            132012 | {'type':'button','sub_type':'url','index':9,'parameters':[{'type':'text','text':'a'}]}
            132012 | {'type':'button','sub_type':'url','index':'one','parameters':[{'type':'text','text':'a'}]}
            131008 | {'type':'button','sub_type':'url','parameters':[{'type':'text','text':'a'}]}
            100    | URL,URL
            132012 | {'type':'button','sub_type':'copy_code','index':0,'parameters':[{'type':'coupon_code','coupon_code':'A'}]}
            132012 | URL,{'type':'button','sub_type':'quick_reply','index':2,'parameters':[{'type':'coupon_code','coupon_code':'A'}]}
            132000 | URL,{'type':'button','sub_type':'quick_reply','index':2,'parameters':[{'type':'payload','payload':'a'},{'type':'payload','payload':'b'}]}
            132000 | URL,{'type':'button','sub_type':'phone_number','index':1,'parameters':[{'type':'text','text':'a'}]}
            132005 | {'type':'button','sub_type':'url','index':0,'parameters':[{'type':'text','text':'<x2000>'}]}
            """)
    void refusesButtons(int code, String components) {
        make(
                "UTILITY",
                PLAIN
                        + ",{'type':'BUTTONS','buttons':[{'type':'URL','text':'Track','url':'https://a.example/{{1}}','example':['x']},"
                        + "{'type':'PHONE_NUMBER','text':'Call','phone_number':'+15550001000'},{'type':'QUICK_REPLY','text':'Stop'}]}");

        refused(
                code,
                (components == null ? "" : components)
                        .replaceAll("URL(?=,|$)", button("url", 0, "{'type':'text','text':'a'}")));
        assertThat(world.captured("")).isEmpty();
    }

    @Shows({"A10.28"})
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"SAVE20,200", "<x20>,200", "<x21>,132012", "A B,132012", "-,131008"})
    void fillsInCoupons(String coupon, int expected) {
        make("MARKETING", PLAIN + ",{'type':'BUTTONS','buttons':[{'type':'COPY_CODE','example':'SAVE'}]}");
        var answer = send(
                coupon == null
                        ? ""
                        : button("copy_code", 0, "{'type':'coupon_code','coupon_code':'%s'}".formatted(coupon)));

        assertThat(expected == 200 ? answer.status() : answer.errorCode())
                .as(answer.text())
                .isEqualTo(expected);
        assertThat(world.captured("")).hasSize(expected == 200 ? 1 : 0);
    }

    @Shows({"A11.13", "A10.28", "A10.33"})
    @Test
    void fillsInOffers() {
        make(
                "MARKETING",
                PLAIN
                        + ",{'type':'LIMITED_TIME_OFFER','limited_time_offer':{'text':'Ends soon','has_expiration':true}},"
                        + "{'type':'BUTTONS','buttons':[{'type':'COPY_CODE','example':'SAVE'},{'type':'URL','text':'Shop','url':'https://a.example'}]}");
        var code = button("copy_code", 0, "{'type':'coupon_code','coupon_code':'%s'}");
        var offer =
                "{'type':'limited_time_offer','parameters':[{'type':'limited_time_offer','limited_time_offer':{%s}}]}";

        var seen = sent(code.formatted("SAVE20") + "," + offer.formatted("'expiration_time_ms':1790000000000"));

        assertThat(seen.path("offer").path("expiration_time_ms").asLong()).isEqualTo(1790000000000L);
        assertThat(seen.path("offer").path("text").asText()).isEqualTo("Ends soon");
        refused(131008, code.formatted("SAVE20"));
        refused(131008, code.formatted("SAVE20") + "," + offer.formatted(""));
        refused(132012, code.formatted("SAVE20") + "," + offer.formatted("'expiration_time_ms':'soon'"));
        refused(132012, code.formatted("<x16>") + "," + offer.formatted("'expiration_time_ms':1790000000000"));
    }

    @Shows({"A10.33"})
    @Test
    void refusesComponentsThatTheTemplateDoesNotHave() {
        make("UTILITY", PLAIN);

        refused(
                132000,
                "{'type':'limited_time_offer','parameters':[{'type':'limited_time_offer','limited_time_offer':{'expiration_time_ms':1}}]}");
        refused(132000, "{'type':'carousel','cards':[]}");
        refused(132000, "{'type':'header','parameters':[{'type':'text','text':'a'}]}");
        refused(132000, "{'type':'body','parameters':[{'type':'text','text':'a'}]}");
        refused(100, "{'type':'body'},{'type':'body'}");
        refused(100, "{'type':'side'}");
        refused(132012, button("url", 0, "{'type':'text','text':'a'}"));
        assertThat(world.captured("")).isEmpty();
    }

    @Shows({"A10.4", "A10.29"})
    @Test
    void beginsFlows() {
        make(
                "UTILITY",
                PLAIN
                        + ",{'type':'BUTTONS','buttons':[{'type':'FLOW','text':'Begin','flow_id':'77','navigate_screen':'FIRST'}]}");

        var usual = sent("").path("buttons").path(0);
        var own = sent(button("flow", 0, "{'type':'action','action':{'flow_token':'t1','flow_action_data':{'a':'b'}}}"))
                .path("buttons")
                .path(0);

        assertThat(usual.path("flow_token").asText()).isEqualTo("unused");
        assertThat(usual.path("flow_id").asText()).isEqualTo("77");
        assertThat(own.path("flow_token").asText()).isEqualTo("t1");
        assertThat(own.path("flow_action_data").path("a").asText()).isEqualTo("b");
        refused(131009, button("flow", 0, "{'type':'action','action':{'flow_action_data':'no'}}"));
        refused(132012, button("flow", 0, "{'type':'text','text':'no'}"));
        refused(100, button("flow", 0, "{'type':'action','action':{'colour':'red'}}"));
    }

    @Shows({"A10.30"})
    @Test
    void opensCatalogs() {
        make("MARKETING", PLAIN + ",{'type':'BUTTONS','buttons':[{'type':'CATALOG'}]}");

        assertThat(sent("").path("buttons").path(0).path("type").asText()).isEqualTo("CATALOG");
        assertThat(sent(button("CATALOG", 0, "{'type':'action','action':{'thumbnail_product_retailer_id':'p1'}}"))
                        .path("buttons")
                        .path(0)
                        .path("thumbnail_product_retailer_id")
                        .asText())
                .isEqualTo("p1");
        refused(100, button("catalog", 0, "{'type':'action','action':{'sections':[]}}"));
    }

    @Shows({"A10.31"})
    @Test
    void showsSomeProducts() {
        make(
                "MARKETING",
                "{'type':'HEADER','format':'TEXT','text':'For you'}," + PLAIN
                        + ",{'type':'BUTTONS','buttons':[{'type':'MPM'}]}");
        var action = "{'type':'action','action':{'thumbnail_product_retailer_id':'p1','sections':[%s]}}";
        var section = "{'title':'%s','product_items':[{'product_retailer_id':'p1'}]}";

        var seen = sent(button("mpm", 0, action.formatted(section.formatted("Best"))));

        assertThat(seen.path("buttons")
                        .path(0)
                        .path("sections")
                        .path(0)
                        .path("title")
                        .asText())
                .isEqualTo("Best");
        refused(131008, "");
        refused(131008, button("mpm", 0, action.formatted("")));
        refused(131008, button("mpm", 0, action.formatted("{'title':'a','product_items':[{}]}")));
        refused(131008, button("mpm", 0, action.formatted(section.formatted("") + "," + section.formatted("B"))));
        refused(131009, button("mpm", 0, action.formatted(section.formatted("<x25>"))));
        refused(
                131009,
                button("mpm", 0, action.formatted(String.join(",", Collections.nCopies(11, section.formatted("A"))))));
    }

    @Shows({"A10.32"})
    @Test
    void offersCalls() {
        make("UTILITY", PLAIN + ",{'type':'BUTTONS','buttons':[{'type':'VOICE_CALL','text':'Call us'}]}");

        var seen = sent(button(
                        "voice_call", 0, "{'type':'ttl_minutes','ttl_minutes':100},{'type':'payload','payload':'p'}"))
                .path("buttons")
                .path(0);

        assertThat(seen.path("ttl_minutes").asInt()).isEqualTo(100);
        assertThat(seen.path("payload").asText()).isEqualTo("p");
        assertThat(send("").status()).isEqualTo(200);
        refused(131009, button("voice_call", 0, "{'type':'ttl_minutes','ttl_minutes':0}"));
        refused(132012, button("voice_call", 0, "{'type':'text','text':'a'}"));
    }

    @Shows({"A10.37"})
    @Test
    void takesTapTargets() {
        make("MARKETING", "IMAGE," + PLAIN);
        var header = "{'type':'header','parameters':[{'type':'image','image':{'link':'https://a.example/a.png'}}]},";
        var targets = header
                + "{'type':'tap_target_configuration','parameters':[{'type':'tap_target_configuration','tap_target_configuration':[{%s}]}]}";

        assertThat(sent(targets.formatted("'url':'https://a.example','title':'Acme'"))
                        .path("tapTargets")
                        .path(0)
                        .path("title")
                        .asText())
                .isEqualTo("Acme");
        refused(131008, targets.formatted("'url':'https://a.example'"));
    }

    @Shows({"A11.13", "A10.38", "A10.39", "A10.40"})
    @ParameterizedTest
    @CsvSource({"123456,200", "<x15>,200", "<x16>,132005", "http://a.b,132007", "www.a.b,132007", "1👍2,132007"})
    void fillsInCodes(String code, int expected) {
        make("AUTHENTICATION", "{'type':'BODY'},{'type':'BUTTONS','buttons':[{'type':'OTP','otp_type':'COPY_CODE'}]}");
        var body = "{'type':'body','parameters':[{'type':'text','text':'%s'}]}".formatted(code);

        var answer = send(body + "," + button("url", 0, "{'type':'text','text':'%s'}".formatted(code)));

        assertThat(expected == 200 ? answer.status() : answer.errorCode())
                .as(answer.text())
                .isEqualTo(expected);
        assertThat(send(body).status()).as("code only once").isEqualTo(400);
    }

    private void make(String category, String components) {
        assertThat(trial.takes(category, components).path("status").asText()).isEqualTo("APPROVED");
    }

    private Answer send(String components) {
        return world.sendTemplate(
                CUSTOMER,
                trial.json("{'name':'trial','language':{'code':'en_US'},'components':[%s]}".formatted(components)));
    }

    private JsonNode sent(String components) {
        var answer = send(components);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return world.captured("&wamid="
                        + answer.json().path("messages").path(0).path("id").asText())
                .path(0)
                .path("template");
    }

    private void refused(int code, String components) {
        var answer = send(components);
        assertThat(answer.errorCode()).as(answer.text()).isEqualTo(code);
    }

    private static String button(String type, int index, String parameters) {
        return "{'type':'button','sub_type':'%s','index':'%d','parameters':[%s]}".formatted(type, index, parameters);
    }
}

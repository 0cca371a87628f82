package io.posthorn.simulator.message;

import static io.posthorn.simulator.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.TestWorld;
import io.posthorn.simulator.WebhookSink;
import io.posthorn.simulator.reference.Shows;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SendTemplateIT {
    private static final String CUSTOMER = "+15550002000";

    @TestHTTPResource
    URI base;

    private final WebhookSink sink = new WebhookSink();
    private TestWorld world;

    @BeforeEach
    void makeWorld() {
        world = new SimulatorClient(base).world("\"templates\":{\"reviewMillis\":10}");
        world.listen(sink);
    }

    @AfterEach
    void close() {
        sink.close();
    }

    @Shows({"A10.1", "A10.5", "A10.6", "A10.16", "A10.25", "A10.26", "A10.27"})
    @Test
    void fillsInEverythingAndNeedsNoWindow() {
        world.approved("""
                {"name":"order_ready","language":"en_US","category":"MARKETING","components":[
                 {"type":"HEADER","format":"IMAGE","example":{"header_handle":["%s"]}},
                 {"type":"BODY","text":"Hello {{1}}, your order {{2}} can be collected until Friday.",
                  "example":{"body_text":[["Ana","A-17"]]}},
                 {"type":"FOOTER","text":"Acme store"},
                 {"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Stop"},{"type":"QUICK_REPLY","text":"More"},
                  {"type":"URL","text":"Track","url":"https://acme.example/{{1}}","example":["A-17"]}]}]}""".formatted(world.handle()));
        var media = world.picture();

        var answer = world.sendTemplate(CUSTOMER, """
                {"name":"order_ready","language":{"code":"en_US"},"components":[
                 {"type":"header","parameters":[{"type":"image","image":{"id":"%s"}}]},
                 {"type":"body","parameters":[{"type":"text","text":"Bo"},{"type":"text","text":"B-18"}]},
                 {"type":"button","sub_type":"quick_reply","index":"0","parameters":[{"type":"payload","payload":"stop:B-18"}]},
                 {"type":"BUTTON","sub_type":"URL","index":2,"parameters":[{"type":"text","text":"B-18"}]}]}""".formatted(media));

        var message = answer.json().path("messages").path(0);
        var wamid = message.path("id").asText();
        await().until(() -> sink.statusesOf(wamid).size() == 3);
        var captured = world.captured("&wamid=" + wamid).path(0);
        var filled = captured.path("template");
        assertThat(message.path("message_status").asText()).isEqualTo("accepted");
        assertThat(captured.path("body").asText())
                .isEqualTo("Hello Bo, your order B-18 can be collected until Friday.");
        assertThat(captured.path("content").path("components")).hasSize(4);
        assertThat(filled.path("name").asText()).isEqualTo("order_ready");
        assertThat(filled.path("language").asText()).isEqualTo("en_US");
        assertThat(filled.path("header").path("image").path("id").asText()).isEqualTo(media);
        assertThat(filled.path("footer").asText()).isEqualTo("Acme store");
        assertThat(filled.path("buttons").path(0).path("payload").asText()).isEqualTo("stop:B-18");
        assertThat(filled.path("buttons").path(1).path("payload").asText()).isEqualTo("More");
        assertThat(filled.path("buttons").path(2).path("url").asText()).isEqualTo("https://acme.example/B-18");
        var pricing = sink.statuses().getFirst().path("pricing");
        assertThat(pricing.path("category").asText()).isEqualTo("marketing");
        assertThat(pricing.path("type").asText()).isEqualTo("regular");
    }

    @Shows({"A10.8", "A10.10"})
    @Test
    void fillsInNamedVariablesInAnyOrder() {
        world.approved("""
                {"name":"named","language":"en","category":"UTILITY","parameter_format":"NAMED","components":[
                 {"type":"BODY","text":"Hello {{name}}, your order {{order}} is now ready for you.","example":{
                  "body_text_named_params":[{"param_name":"name","example":"Ana"},{"param_name":"order","example":"A"}]}}]}""");
        var parameters = """
                {"name":"named","language":{"code":"en"},"components":[{"type":"body","parameters":[
                 {"type":"text","parameter_name":"order","text":"B-18"},{"type":"text","parameter_name":"%s","text":"Bo"}]}]}""";

        assertThat(world.sendTemplate(CUSTOMER, parameters.formatted("name")).status())
                .isEqualTo(200);
        assertThat(world.sendTemplate(CUSTOMER, parameters.formatted("nick")).errorCode())
                .isEqualTo(132000);
        assertThat(world.captured("").path(0).path("body").asText())
                .isEqualTo("Hello Bo, your order B-18 is now ready for you.");
    }

    @Shows({"A10.3", "A10.4", "C10.11", "C10.12", "C10.13"})
    @Test
    void refusesATemplateThatIsNotApproved() {
        world.change("{\"templates\":{\"automaticReview\":false}}");
        world.createTemplate(plain("waiting"));
        var send = "{\"name\":\"waiting\",\"language\":{\"code\":\"en\"}}";

        assertThat(world.sendTemplate(CUSTOMER, send).errorCode()).isEqualTo(132001);
        world.review("waiting", "\"event\":\"APPROVED\"");
        assertThat(world.sendTemplate(CUSTOMER, send).status()).isEqualTo(200);
        assertThat(world.sendTemplate(CUSTOMER, send.replace("\"en\"", "\"en_US\""))
                        .errorCode())
                .isEqualTo(132001);
        world.review("waiting", "\"event\":\"PAUSED\"");
        assertThat(world.sendTemplate(CUSTOMER, send).errorCode()).isEqualTo(132015);
        world.review("waiting", "\"event\":\"DISABLED\"");
        assertThat(world.sendTemplate(CUSTOMER, send).errorCode()).isEqualTo(132016);
        assertThat(world.captured("")).hasSize(1);
    }

    @Shows({"A10.9", "A10.11", "A10.12", "A10.14"})
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            132000 | []
            132000 | [{"type":"body","parameters":[{"type":"text","text":"a"},{"type":"text","text":"b"}]},BUTTON]
            131008 | [{"type":"body","parameters":[{"type":"text","text":"a"}]}]
            131008 | [{"type":"body","parameters":[{"type":"text"}]},BUTTON]
            132018 | [{"type":"body","parameters":[{"type":"text","text":"a\\nb"}]},BUTTON]
            132012 | [{"type":"body","parameters":[{"type":"image","image":{"id":"1"}}]},BUTTON]
            132000 | [{"type":"header","parameters":[{"type":"text","text":"a"}]},{"type":"body","parameters":[{"type":"text","text":"a"}]},BUTTON]
            132012 | [{"type":"body","parameters":[{"type":"text","text":"a"}]},{"type":"button","sub_type":"quick_reply","index":"0"}]
            132012 | [{"type":"body","parameters":[{"type":"text","text":"a"}]},{"type":"button","sub_type":"url","index":"7"}]
            100    | [{"type":"side"}]
            """)
    void refusesParametersThatDoNotFit(int code, String components) {
        world.approved("""
                {"name":"one","language":"en","category":"UTILITY","components":[
                 {"type":"BODY","text":"Hello {{1}}, this is for you.","example":{"body_text":[["Ana"]]}},
                 {"type":"BUTTONS","buttons":[{"type":"URL","text":"Go","url":"https://a.example/{{1}}","example":["x"]}]}]}""");
        var button =
                "{\"type\":\"button\",\"sub_type\":\"url\",\"index\":\"0\",\"parameters\":[{\"type\":\"text\",\"text\":\"z\"}]}";

        var answer = world.sendTemplate(
                CUSTOMER,
                "{\"name\":\"one\",\"language\":{\"code\":\"en\"},\"components\":%s}"
                        .formatted(components.replace("BUTTON", button)));

        assertThat(answer.errorCode()).as(answer.text()).isEqualTo(code);
        assertThat(world.captured("")).isEmpty();
    }

    @Shows({"A10.13"})
    @Test
    void refusesTextsThatGrowTooLong() {
        world.approved("""
                {"name":"long","language":"en","category":"UTILITY","components":[
                 {"type":"BODY","text":"Hello {{1}}, this is for you.","example":{"body_text":[["Ana"]]}}]}""");

        var answer = world.sendTemplate(CUSTOMER, """
                {"name":"long","language":{"code":"en"},"components":[
                 {"type":"body","parameters":[{"type":"text","text":"%s"}]}]}""".formatted("x".repeat(1020)));

        assertThat(answer.errorCode()).isEqualTo(132005);
    }

    @Shows({"A10.11", "A10.16"})
    @Test
    void refusesHeadersWithoutTheirPicture() {
        world.approved("""
                {"name":"pictured","language":"en","category":"UTILITY","components":[
                 {"type":"HEADER","format":"IMAGE","example":{"header_handle":["%s"]}},
                 {"type":"BODY","text":"Look at this."}]}""".formatted(world.handle()));
        var send = "{\"name\":\"pictured\",\"language\":{\"code\":\"en\"},\"components\":[%s]}";

        assertThat(world.sendTemplate(CUSTOMER, send.formatted("")).errorCode()).isEqualTo(132012);
        assertThat(world.sendTemplate(
                                CUSTOMER,
                                send.formatted(
                                        "{\"type\":\"header\",\"parameters\":[{\"type\":\"image\",\"image\":{\"id\":\"7\"}}]}"))
                        .errorCode())
                .isEqualTo(100);
    }

    @Shows({"A10.2", "A10.5"})
    @ParameterizedTest
    @CsvSource({"deterministic,200", "fallback,100"})
    void knowsOnePolicyOfLanguages(String policy, int expected) {
        world.approved(plain("plain"));

        var answer = world.sendTemplate(
                CUSTOMER, "{\"name\":\"plain\",\"language\":{\"code\":\"en\",\"policy\":\"%s\"}}".formatted(policy));

        assertThat(expected == 200 ? answer.status() : answer.errorCode()).isEqualTo(expected);
    }

    @Shows({"A10.12", "A10.14"})
    @ParameterizedTest
    @CsvSource({"v22.0,132012", "v23.0,132018"})
    void callsBadSignsByTheCodeOfTheVersion(String version, int code) {
        world.approved("""
                {"name":"one","language":"en","category":"UTILITY","components":[
                 {"type":"BODY","text":"Hello {{1}}, this is for you.","example":{"body_text":[["Ana"]]}}]}""");

        var answer = world.simulator()
                .graph("POST", "/%s/%s/messages".formatted(version, world.number()), world.token(), """
                {"messaging_product":"whatsapp","to":"%s","type":"template","template":{"name":"one","language":{"code":"en"},
                 "components":[{"type":"body","parameters":[{"type":"text","text":"a\\nb"}]}]}}""".formatted(
                                CUSTOMER));

        assertThat(answer.errorCode()).as(answer.text()).isEqualTo(code);
    }

    private static String plain(String name) {
        return """
                {"name":"%s","language":"en","category":"UTILITY","components":[{"type":"BODY","text":"Just this."}]}""".formatted(name);
    }
}

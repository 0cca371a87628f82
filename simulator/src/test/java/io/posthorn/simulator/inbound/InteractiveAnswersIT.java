package io.posthorn.simulator.inbound;

import static io.posthorn.simulator.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.SimulatorClient.Answer;
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
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class InteractiveAnswersIT {
    private static final String CUSTOMER = "15550002000";
    private static final String BUTTONS = """
            {"type":"button","body":{"text":"Now?"},"action":{"buttons":[
             {"type":"reply","reply":{"id":"yes","title":"Yes"}},{"type":"reply","reply":{"id":"no","title":"No"}}]}}""";
    private static final String LIST = """
            {"type":"list","body":{"text":"Which?"},"action":{"button":"Choose","sections":[{"title":"All","rows":[
             {"id":"1","title":"One"},{"id":"2","title":"Two","description":"The second"}]}]}}""";
    private static final String FLOW = """
            {"type":"flow","body":{"text":"Fill in"},"action":{"name":"flow","parameters":{"flow_message_version":"3",
             "flow_id":"900000000000001","flow_cta":"Open","flow_token":"token-7","mode":"published",
             "flow_action":"navigate","flow_action_payload":{"screen":"FIRST","data":{"a":1}}}}}""";
    private static final String ADDRESS = """
            {"type":"address_message","body":{"text":"Where?"},
             "action":{"name":"address_message","parameters":{"country":"IN"}}}""";
    private static final String MAY_WE_CALL = """
            {"type":"call_permission_request","body":{"text":"May we call?"},
             "action":{"name":"call_permission_request"}}""";

    @TestHTTPResource
    URI base;

    private final WebhookSink sink = new WebhookSink();
    private TestWorld world;

    @BeforeEach
    void makeWorld() {
        world = new SimulatorClient(base).world("\"window\":\"off\",\"templates\":{\"reviewMillis\":10}");
        world.listen(sink);
    }

    @AfterEach
    void close() {
        sink.close();
    }

    @Test
    @Shows("B6.25")
    void choosesAButton() {
        var wamid = send(BUTTONS);

        answer(wamid, "\"button\":{\"id\":\"no\"}");
        var unknown = answer(wamid, "\"button\":{\"id\":\"maybe\"}");

        var message = message();
        assertThat(message.path("interactive").path("type").asText()).isEqualTo("button_reply");
        assertThat(message.path("interactive")
                        .path("button_reply")
                        .path("title")
                        .asText())
                .isEqualTo("No");
        assertThat(message.path("context").path("id").asText()).isEqualTo(wamid);
        assertThat(message.path("context").has("from")).isTrue();
        assertThat(message.has("button")).isFalse();
        assertThat(unknown.json().path("code").asText()).isEqualTo("no_such_button");
    }

    @Test
    @Shows("B6.26")
    void choosesARow() {
        answer(send(LIST), "\"interactive\":{\"type\":\"list_reply\",\"list_reply\":{\"title\":\"Two\"}}");

        var reply = message().path("interactive").path("list_reply");
        assertThat(reply.path("id").asText()).isEqualTo("2");
        assertThat(reply.path("description").asText()).isEqualTo("The second");
    }

    @Test
    @Shows("B6.27")
    void fillsInAFlow() throws JsonProcessingException {
        answer(send(FLOW), "\"interactive\":{\"type\":\"nfm_reply\",\"nfm_reply\":{\"response\":{\"size\":\"L\"}}}");

        var reply = message().path("interactive").path("nfm_reply");
        var response = SimulatorClient.JSON.readTree(reply.path("response_json").textValue());
        assertThat(reply.path("name").asText()).isEqualTo("flow");
        assertThat(reply.path("body").asText()).isEqualTo("Sent");
        assertThat(response.path("size").asText()).isEqualTo("L");
        assertThat(response.path("flow_token").asText()).isEqualTo("token-7");
    }

    @Test
    @Shows("B6.28")
    void tellsAnAddress() {
        answer(
                send(ADDRESS),
                "\"interactive\":{\"type\":\"nfm_reply\",\"nfm_reply\":{\"response\":{\"values\":{\"city\":\"Pune\"}}}}");

        var reply = message().path("interactive").path("nfm_reply");
        assertThat(reply.path("name").asText()).isEqualTo("address_message");
        assertThat(reply.path("response_json").asText()).contains("Pune").doesNotContain("flow_token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"accept", "reject"})
    @Shows("B6.29")
    void allowsCallsOrNot(String response) {
        answer(
                send(MAY_WE_CALL),
                "\"interactive\":{\"type\":\"call_permission_reply\",\"call_permission_reply\":{\"response\":\"%s\"}}"
                        .formatted(response));

        var reply = message().path("interactive").path("call_permission_reply");
        assertThat(reply.path("response").asText()).isEqualTo(response);
        assertThat(reply.has("expiration_timestamp")).isEqualTo(response.equals("accept"));
        assertThat(reply.path("response_source").asText()).isEqualTo("user_action");
    }

    @Test
    @Shows("B6.32")
    void deniesHavingAskedForACode() {
        world.approved("""
                {"name":"code","language":"en","category":"AUTHENTICATION","components":[{"type":"BODY"},
                 {"type":"BUTTONS","buttons":[{"type":"OTP","otp_type":"COPY_CODE"}]}]}""");
        var wamid = world.sendTemplate("+" + CUSTOMER, """
                        {"name":"code","language":{"code":"en"},"components":[
                         {"type":"body","parameters":[{"type":"text","text":"123456"}]},
                         {"type":"button","sub_type":"url","index":"0","parameters":[{"type":"text","text":"123456"}]}]}""")
                .json()
                .path("messages")
                .path(0)
                .path("id")
                .asText();

        world.write(CUSTOMER, """
                "type":"button","button":{"payload":"DID_NOT_REQUEST_CODE"},"context":{"id":"%s"}""".formatted(wamid));

        assertThat(message().path("button").path("payload").asText()).isEqualTo("DID_NOT_REQUEST_CODE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"interactive\":{\"type\":\"wink\"}",
                "\"interactive\":{\"type\":\"nfm_reply\"}",
                "\"interactive\":{\"type\":\"call_permission_reply\",\"call_permission_reply\":{\"response\":\"accept\"}}",
                "\"row\":{\"id\":\"1\"}"
            })
    void refusesAnswersToWhatWasNotAsked(String answer) {
        var refused = answer(send(BUTTONS), answer);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(sink.messages()).isEmpty();
    }

    private String send(String interactive) {
        var answer = world.post("""
                {"messaging_product":"whatsapp","to":"+%s","type":"interactive","interactive":%s}""".formatted(CUSTOMER, interactive));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("messages").path(0).path("id").asText();
    }

    private Answer answer(String wamid, String answer) {
        return world.write(
                CUSTOMER, "\"type\":\"interactive\",\"context\":{\"id\":\"%s\"},%s".formatted(wamid, answer));
    }

    private JsonNode message() {
        await().until(() -> sink.messages().size() == 1);
        return sink.messages().getFirst();
    }
}

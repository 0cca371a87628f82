package io.posthorn.simulator.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.TestWorld;
import io.posthorn.simulator.reference.Shows;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SendTextIT {
    @TestHTTPResource
    URI base;

    private TestWorld world;

    @BeforeEach
    void makeWorld() {
        world = new SimulatorClient(base).world("\"window\":\"off\"");
    }

    @Test
    @Shows({"A1.1", "A1.12", "A1.13", "A1.20", "A1.21", "A1.28", "A2.1", "A9.1"})
    void acceptsAndCaptures() {
        var answer = world.sendText(
                "+15550002000",
                "Hello",
                ",\"biz_opaque_callback_data\":\"t7\",\"context\":{\"message_id\":\"wamid.A\"}");

        var wamid = answer.json().path("messages").path(0).path("id").asText();
        var captured = world.captured("&to=%2B1%20555-000-2000");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("messaging_product").asText()).isEqualTo("whatsapp");
        assertThat(answer.json().path("messages").path(0).has("message_status")).isFalse();
        assertThat(captured).hasSize(1);
        assertThat(captured.path(0).path("wamid").asText()).isEqualTo(wamid);
        assertThat(captured.path(0).path("to").asText()).isEqualTo("15550002000");
        assertThat(captured.path(0).path("type").asText()).isEqualTo("text");
        assertThat(captured.path(0).path("body").asText()).isEqualTo("Hello");
        assertThat(captured.path(0).path("callbackData").asText()).isEqualTo("t7");
        assertThat(captured.path(0).path("contextMessageId").asText()).isEqualTo("wamid.A");
        assertThat(captured.path(0).path("at").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
    }

    @ParameterizedTest
    @CsvSource({"+15550002000", "15550002000", "'+1 (555) 000-2000'", "'1 555 000 2000'"})
    @Shows({"A1.6", "A1.20", "I2.3"})
    void echoesTheInputAndFindsTheCustomer(String to) {
        var contact = world.sendText(to, "hi").json().path("contacts").path(0);

        assertThat(contact.path("input").asText()).isEqualTo(to);
        assertThat(contact.path("wa_id").asText()).isEqualTo("15550002000");
    }

    @Test
    @Shows({"A1.29"})
    void sendsTwiceWhenAskedTwice() {
        var first = world.sent("+15550002000", "same");
        var second = world.sent("+15550002000", "same");

        assertThat(first).isNotEqualTo(second);
        assertThat(world.captured("")).hasSize(2);
    }

    @Test
    void filtersCapturedSends() {
        world.sendText("+15550002000", "one", ",\"biz_opaque_callback_data\":\"a\"");
        world.sendText("+15550002001", "two", ",\"biz_opaque_callback_data\":\"b\"");

        assertThat(world.captured("&callbackData=b").findValuesAsText("body"))
                .contains("two")
                .doesNotContain("one");
        assertThat(world.captured("&limit=1").path(0).path("body").asText()).isEqualTo("two");
        assertThat(world.captured("&phoneNumberId=400000000000001")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"to":"+15550002000","text":{"body":"x"}}                                                      | 100    | The parameter messaging_product is required.
            {"messaging_product":"sms","to":"+15550002000","text":{"body":"x"}}                            | 100    | messaging_product
            {"messaging_product":"whatsapp","text":{"body":"x"}}                                           | 100    | The parameter to is required.
            {"messaging_product":"whatsapp","to":7,"text":{"body":"x"}}                                    | 100    | to must be a string
            {"messaging_product":"whatsapp","to":"nobody","text":{"body":"x"}}                             | 131009 | Parameter value is not valid
            {"messaging_product":"whatsapp","to":"+1234567890123456","text":{"body":"x"}}                  | 131009 | Parameter value is not valid
            {"messaging_product":"whatsapp","to":"+15550002000"}                                           | 131008 | Required parameter is missing
            {"messaging_product":"whatsapp","to":"+15550002000","text":"x"}                                | 131008 | Required parameter is missing
            {"messaging_product":"whatsapp","to":"+15550002000","text":{}}                                 | 131008 | Required parameter is missing
            {"messaging_product":"whatsapp","to":"+15550002000","text":{"body":""}}                        | 131008 | Required parameter is missing
            {"messaging_product":"whatsapp","to":"+15550002000","text":{"body":7}}                         | 100    | must be a string
            {"messaging_product":"whatsapp","to":"+15550002000","text":{"body":"x","preview_url":"yes"}}   | 100    | must be a boolean
            {"messaging_product":"whatsapp","to":"+15550002000","type":"location","location":{"id":"7"}}   | 100    | Unexpected key
            {"messaging_product":"whatsapp","to":"+15550002000","text":{"body":"x","font":"y"}}            | 100    | Unexpected key
            {"messaging_product":"whatsapp","to":"+15550002000","type":"fax","fax":{}}                     | 100    | Param type must be one of
            {"messaging_product":"whatsapp","recipient_type":"group","to":"G","text":{"body":"x"}}         | 131041 | Group unknown
            {"messaging_product":"whatsapp","recipient_type":"all","to":"G","text":{"body":"x"}}           | 100    | recipient_type
            {"messaging_product":"whatsapp","to":"+15550002000","text":{"body":"x"},"context":{}}          | 131009 | Parameter value is not valid
            {"messaging_product":"whatsapp","status":"seen","message_id":"wamid.A"}                        | 100    | status
            {"messaging_product":"whatsapp","status":"read"}                                               | 100    | message_id
            {"messaging_product":"whatsapp","status":"read","message_id":"wamid.A"}                        | 131009 | Parameter value is not valid
            """)
    @Shows({"A1.2", "A1.3", "A1.19", "A2.3", "A2.4", "A8.6", "F2.100"})
    void refusesWhatBreaksARule(String body, int code, String message) {
        var answer = world.post(body);

        var error = answer.json().path("error");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(error.path("code").asInt()).isEqualTo(code);
        assertThat(error.path("message").asText())
                .startsWith("(#%d) ".formatted(code))
                .contains(message);
        assertThat(world.captured("")).isEmpty();
    }

    @Test
    @Shows({"A2.1", "A2.2", "A11.1", "I2.2"})
    void countsCharactersOfTheBody() {
        var longest = world.sendText("+15550002000", "😀".repeat(4096));
        var tooLong = world.sendText("+15550002000", "x".repeat(4097));

        assertThat(longest.status()).isEqualTo(200);
        assertThat(tooLong.errorCode()).isEqualTo(131009);
        assertThat(tooLong.json()
                        .path("error")
                        .path("error_data")
                        .path("details")
                        .asText())
                .isEqualTo("Text body exceeds 4096 characters");
    }

    @Test
    @Shows({"A1.14", "A1.15", "A11.14"})
    void limitsCallbackData() {
        var longest = ",\"biz_opaque_callback_data\":\"%s\"".formatted("d".repeat(512));
        var tooLong = ",\"biz_opaque_callback_data\":\"%s\"".formatted("d".repeat(513));

        assertThat(world.sendText("+15550002000", "x", longest).status()).isEqualTo(200);
        assertThat(world.sendText("+15550002000", "x", tooLong).errorCode()).isEqualTo(100);
    }

    @Test
    @Shows({"F2.131021"})
    void refusesItsOwnNumber() {
        var own = world.view().path("displayPhoneNumber").asText();

        assertThat(world.sendText(own, "me").errorCode()).isEqualTo(131021);
    }

    @Test
    @Shows({"A8.1", "A8.3"})
    void marksTheThreadReadUpToTheMessage() {
        var first = world.customerWrites("15550002000", "one");
        var second = world.customerWrites("15550002000", "two");
        world.customerWrites("15550002000", "three");
        var receipt = """
                {"messaging_product":"whatsapp","status":"read","message_id":"%s"}""";

        var answer = world.post(receipt.formatted(second));
        var again = world.post(receipt.formatted(first));

        var written = world.simulator()
                .control("GET", "/_sim/customers/15550002000/messages?world=" + world.id(), null)
                .json();
        assertThat(answer.text()).isEqualTo("{\"success\":true}");
        assertThat(again.status()).isEqualTo(200);
        assertThat(written).hasSize(3);
        assertThat(written.path(0).path("readAt").isTextual()).isTrue();
        assertThat(written.path(1).path("readAt").isTextual()).isTrue();
        assertThat(written.path(2).path("readAt").isNull()).isTrue();
    }
}

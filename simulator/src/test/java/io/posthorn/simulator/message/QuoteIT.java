package io.posthorn.simulator.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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

/** What the customer's phone draws above a reply. */
@QuarkusTest
class QuoteIT {
    private static final String CUSTOMER = "15550002000";
    private static final int DAY = 24 * 3600;

    @TestHTTPResource
    URI base;

    private TestWorld world;

    @BeforeEach
    void makeWorld() {
        world = new SimulatorClient(base).world("\"window\":\"off\",\"templates\":{\"reviewMillis\":0}");
        world.clock("\"frozen\":true,\"set\":\"2026-09-10T12:00:00Z\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "type":"text","text":"Is it ready?"                     | Is it ready?
            "type":"image","image":{"caption":"This one"}           | This one
            "type":"image","image":{}                               | [image]
            "type":"odd","odd":7,"unchecked":true                   | [odd]
            "type":"odd","unchecked":true                           | [odd]
            """)
    @Shows("A9.1")
    void drawsWhatTheCustomerWrote(String written, String drawn) {
        var wamid = written(written);

        var reply = replyTo(wamid);

        assertThat(reply.path("contextMessageId").asText()).isEqualTo(wamid);
        assertThat(reply.path("quote").asText()).isEqualTo(drawn);
    }

    @Test
    @Shows("A9.1")
    void drawsWhatTheBusinessSent() {
        assertThat(replyTo(world.sent("+" + CUSTOMER, "Ready on Friday"))
                        .path("quote")
                        .asText())
                .isEqualTo("Ready on Friday");
    }

    @Test
    @Shows("A9.2")
    void drawsNothingOfADeletedMessage() {
        var wamid = world.customerWrites(CUSTOMER, "Is it ready?");
        var before = replyTo(wamid);

        written("\"type\":\"revoke\",\"revoke\":{\"original_message_id\":\"%s\"}".formatted(wamid));

        var after = replyTo(wamid);
        assertThat(before.path("quote").asText()).isEqualTo("Is it ready?");
        assertThat(after.has("quote")).isFalse();
        assertThat(after.path("contextMessageId").asText()).isEqualTo(wamid);
        assertThat(after.path("body").asText()).isEqualTo("Yes");
    }

    @Test
    @Shows("A9.2")
    void drawsNothingOfAMessageOlderThanThirtyDays() {
        var theirs = world.customerWrites(CUSTOMER, "Is it ready?");
        var ours = world.sent("+" + CUSTOMER, "On Friday");

        world.clock("\"advanceSeconds\":" + 30 * DAY);
        assertThat(replyTo(theirs).path("quote").asText()).isEqualTo("Is it ready?");
        assertThat(replyTo(ours).path("quote").asText()).isEqualTo("On Friday");
        world.clock("\"advanceSeconds\":1");

        assertThat(replyTo(theirs).has("quote")).isFalse();
        assertThat(replyTo(ours).has("quote")).isFalse();
    }

    @Test
    @Shows("A9.2")
    void drawsNothingOnATemplate() {
        var wamid = world.customerWrites(CUSTOMER, "Is it ready?");
        world.createTemplate("""
                {"name":"ready","language":"en","category":"UTILITY","components":[{"type":"BODY","text":"It is ready."}]}""");

        var answer = world.post("""
                {"messaging_product":"whatsapp","to":"+15550002000","type":"template","context":{"message_id":"%s"},
                 "template":{"name":"ready","language":{"code":"en"}}}""".formatted(wamid));

        var reply = captured(answer.json());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(reply.path("body").asText()).isEqualTo("It is ready.");
        assertThat(reply.path("contextMessageId").asText()).isEqualTo(wamid);
        assertThat(reply.has("quote")).isFalse();
        assertThat(replyTo(reply.path("wamid").asText()).path("quote").asText()).isEqualTo("It is ready.");
    }

    @Test
    void drawsNothingOfAnotherChat() {
        var theirs = world.customerWrites("15550003000", "A secret");
        var ours = world.sent("+15550003000", "Another one");

        assertThat(replyTo(theirs).has("quote")).isFalse();
        assertThat(replyTo(ours).has("quote")).isFalse();
        assertThat(replyTo("wamid.unknown").has("quote")).isFalse();
    }

    private String written(String message) {
        var answer = world.write(CUSTOMER, message);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("wamid").asText();
    }

    private JsonNode replyTo(String wamid) {
        return captured(world.sendText("+" + CUSTOMER, "Yes", ",\"context\":{\"message_id\":\"%s\"}".formatted(wamid))
                .json());
    }

    private JsonNode captured(JsonNode answer) {
        var wamid = answer.path("messages").path(0).path("id").asText();
        return world.captured("&wamid=" + wamid).path(0);
    }
}

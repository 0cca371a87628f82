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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class InboundTypesIT {
    private static final String CUSTOMER = "15550002000";

    @TestHTTPResource
    URI base;

    private final WebhookSink sink = new WebhookSink();
    private TestWorld world;

    @BeforeEach
    void makeWorld() {
        world = new SimulatorClient(base).world("\"window\":\"off\"");
        world.listen(sink);
    }

    @AfterEach
    void close() {
        sink.close();
    }

    @ParameterizedTest
    @Shows({
        "B5.1", "B6.1", "B6.2", "B6.7", "B6.11", "B6.14", "B6.21", "B6.22", "B6.23", "B6.24", "B6.35", "B6.40", "B6.41",
        "B6.42", "B6.46", "B6.47", "B6.48", "B6.10", "B4.1", "B4.3", "B4.6"
    })
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "type":"text","text":"hi"                                   | {"type":"text","text":{"body":"hi"}}
            "text":{"body":"hi"},"group_id":"g1"                        | {"type":"text","group_id":"g1"}
            "text":"hi","context":{"forwarded":true}                    | {"context":{"forwarded":true}}
            "text":"hi","context":{"frequently_forwarded":true}         | {"context":{"frequently_forwarded":true}}
            "text":"hi","context":{"referred_product":{"catalog_id":"c","product_retailer_id":"p"}} | {"context":{"referred_product":{"catalog_id":"c","product_retailer_id":"p"}}}
            "type":"location","location":{"latitude":1.35,"longitude":103.8,"name":"Depot","address":"1 Main St","url":"https://a.example"} | {"type":"location","location":{"latitude":1.35,"longitude":103.8,"name":"Depot","address":"1 Main St","url":"https://a.example"}}
            "type":"contacts","contacts":[{"name":{"formatted_name":"Ana"},"phones":[{"phone":"+1"}],"emails":[],"urls":[],"addresses":[],"org":{},"birthday":"1990-01-31","origin":"contact_request"}] | {"type":"contacts","contacts":[{"name":{"formatted_name":"Ana"},"origin":"contact_request"}]}
            "type":"contacts","contacts":[{"origin":"other","vcard":"BEGIN:VCARD"}] | {"contacts":[{"origin":"other","vcard":"BEGIN:VCARD"}]}
            "type":"order","order":{"catalog_id":"c","text":"now","product_items":[{"product_retailer_id":"p","quantity":2,"item_price":9.5,"currency":"EUR"}]} | {"type":"order","order":{"catalog_id":"c","text":"now","product_items":[{"product_retailer_id":"p","quantity":2,"item_price":9.5,"currency":"EUR"}]}}
            "type":"unsupported","unsupported":{"type":"edit"}          | {"type":"unsupported","unsupported":{"type":"edit"},"errors":[{"code":131051,"title":"Message type unknown","message":"Message type unknown"}]}
            "type":"unknown"                                            | {"type":"unknown","errors":[{"code":131051}]}
            "type":"request_welcome"                                    | {"type":"request_welcome"}
            """)
    void tellsEveryType(String wish, String expected) throws JsonProcessingException {
        var answer = world.write(CUSTOMER, wish);

        await().until(() -> sink.messages().size() == 1);
        var message = sink.messages().getFirst();
        var value = sink.values().findFirst().orElseThrow();
        assertThat(answer.status()).isEqualTo(201);
        assertThat(message.path("id")).isEqualTo(answer.json().path("wamid"));
        assertThat(message.path("from").asText()).isEqualTo(CUSTOMER);
        assertThat(message.path("timestamp").asText()).matches("\\d{10}");
        assertThat(message.path("timestamp").isTextual()).isTrue();
        assertThat(value.path("metadata").path("phone_number_id").asText()).isEqualTo(world.number());
        assertThat(value.path("contacts").path(0).path("wa_id").asText()).isEqualTo(CUSTOMER);
        assertThat(value.path("contacts").path(0).path("profile").path("name").asText())
                .isNotEmpty();
        assertContains(message, SimulatorClient.JSON.readTree(expected));
    }

    @Test
    @Shows({"B6.42", "B6.41"})
    void sendsNoContentObjectWhereThereIsNone() {
        world.write(CUSTOMER, "\"type\":\"request_welcome\"");
        world.write(CUSTOMER, "\"type\":\"unknown\"");

        await().until(() -> sink.messages().size() == 2);
        assertThat(sink.messages()).noneMatch(message -> message.has("request_welcome") || message.has("unknown"));
    }

    @Test
    @Shows({"B6.33", "B6.34"})
    void reactsAndTakesItBack() {
        var wamid = world.sent("+" + CUSTOMER, "hello");

        react(wamid, ",\"emoji\":\"👍\"");
        react(wamid, "");
        react(wamid, ",\"emoji\":\"\"");
        var unknown = react("wamid.unknown", ",\"emoji\":\"👍\"");

        await().until(() -> sink.messages().size() == 3);
        assertThat(sink.messages())
                .allMatch(message ->
                        message.path("reaction").path("message_id").asText().equals(wamid));
        assertThat(sink.messages().stream()
                        .map(message -> message.path("reaction").path("emoji").asText()))
                .containsExactlyInAnyOrder("👍", "", "");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.json().path("code").asText()).isEqualTo("no_such_message");
        assertThat(unknown.contentType()).startsWith("application/problem+json");
    }

    @Test
    @Shows({"B6.43", "B6.44", "G6.11"})
    void editsAndRevokesItsOwnMessagesOnly() {
        var wamid = world.customerWrites(CUSTOMER, "helo");
        var ours = world.sent("+" + CUSTOMER, "hello");
        var edit =
                "\"type\":\"edit\",\"edit\":{\"original_message_id\":\"%s\",\"message\":{\"type\":\"text\",\"text\":{\"body\":\"hello\"}}}";
        var revoke = "\"type\":\"revoke\",\"revoke\":{\"original_message_id\":\"%s\"}";

        world.write(CUSTOMER, edit.formatted(wamid));
        world.write(CUSTOMER, revoke.formatted(wamid));
        var foreign = world.write(CUSTOMER, revoke.formatted(ours));
        var other = world.write("15550002001", edit.formatted(wamid));

        await().until(() -> sink.messages().size() == 3);
        assertThat(sink.messages().stream().map(message -> message.path("edit")
                        .path("message")
                        .path("text")
                        .path("body")
                        .asText()))
                .contains("hello");
        assertThat(sink.messages().stream().map(message -> message.path("revoke")
                        .path("original_message_id")
                        .asText()))
                .contains(wamid);
        assertThat(foreign.status()).isEqualTo(422);
        assertThat(other.status()).isEqualTo(422);
    }

    @Test
    @Shows("B6.45")
    void quotesOursAndItsOwn() {
        var ours = world.sent("+" + CUSTOMER, "hello");
        var own = world.customerWrites(CUSTOMER, "first");

        quote(ours);
        quote(own);
        var unknown = quote("wamid.unknown");

        await().until(() -> sink.messages().size() == 3);
        var senders = sink.messages().stream()
                .map(message -> message.path("context"))
                .filter(context -> !context.isMissingNode())
                .map(context ->
                        context.path("id").asText() + context.path("from").asText())
                .toList();
        var business = world.view().path("displayPhoneNumber").asText().replaceAll("\\D", "");
        assertThat(senders).containsExactlyInAnyOrder(ours + business, own + CUSTOMER);
        assertThat(unknown.status()).isEqualTo(422);
    }

    @Test
    @Shows({"B6.49", "B6.50"})
    void comesByAnAdOrByAStatus() {
        world.write(CUSTOMER, "\"text\":\"hi\",\"referral\":{\"headline\":\"Sale\"}");
        world.write(CUSTOMER, "\"text\":\"hi\",\"referral\":{\"source_type\":\"post\",\"ctwa_clid\":null}");

        await().until(() -> sink.messages().size() == 2);
        var byClick = referral("ad");
        assertThat(byClick.path("headline").asText()).isEqualTo("Sale");
        assertThat(byClick.fieldNames())
                .toIterable()
                .contains("source_url", "source_id", "body", "media_type", "image_url", "ctwa_clid", "welcome_message");
        assertThat(referral("post").has("ctwa_clid")).isFalse();
    }

    @Test
    @Shows({"B6.30", "B6.54", "B6.18", "B6.13"})
    void sendsOddThingsUnchecked() {
        world.write(CUSTOMER, "\"type\":\"interactive\",\"unchecked\":true");
        world.write(CUSTOMER, "\"type\":\"hologram\",\"hologram\":{\"x\":1},\"unchecked\":true,\"from\":\"US.12\"");
        world.write(
                CUSTOMER,
                "\"type\":\"voice\",\"voice\":{\"id\":\"1\",\"mime_type\":\"audio/ogg\",\"sha256\":\"YQ==\"}");
        var checked = world.write(CUSTOMER, "\"type\":\"hologram\"");

        await().until(() -> sink.messages().size() == 3);
        assertThat(message("interactive").has("interactive")).isFalse();
        assertThat(message("hologram").path("hologram").path("x").asInt()).isEqualTo(1);
        assertThat(message("hologram").path("from").asText()).isEqualTo("US.12");
        assertThat(message("voice").path("voice").path("mime_type").asText()).isEqualTo("audio/ogg");
        assertThat(checked.json().path("code").asText()).isEqualTo("unknown_type");
    }

    @Test
    @Shows({"B6.53", "B6.16", "B6.17", "B6.20", "B6.51", "B6.57", "D3.3"})
    void sendsFilesOfEveryKind() {
        for (var kind : new String[] {"video", "audio", "sticker"}) {
            world.write(CUSTOMER, "\"type\":\"%1$s\",\"%1$s\":{\"data\":\"AAAA\"}".formatted(kind));
        }
        world.write(CUSTOMER, "\"type\":\"document\",\"document\":{\"oversized\":true}");

        await().until(() -> sink.messages().size() == 4);
        assertThat(message("audio").path("audio").path("voice").asBoolean()).isTrue();
        assertThat(message("audio").path("audio").path("mime_type").asText()).isEqualTo("audio/ogg; codecs=opus");
        assertThat(message("sticker").path("sticker").path("animated").isBoolean())
                .isTrue();
        assertThat(message("video").path("video").path("mime_type").asText()).isEqualTo("video/mp4");
        assertThat(message("video").path("video").path("url").asText()).startsWith("http");
        assertThat(message("video").path("video").path("sha256").asText())
                .hasSize(44)
                .endsWith("=");
        assertThat(message("document").path("errors").path(0).path("code").asInt())
                .isEqualTo(131052);
        assertThat(message("document").has("document")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"type\":\"text\"",
                "\"text\":\"\"",
                "\"text\":{\"body\":\"hi\",\"bodi\":1}",
                "\"text\":\"hi\",\"from\":\"1\"",
                "\"text\":\"hi\",\"name\":\"\"",
                "\"text\":\"hi\",\"context\":\"x\"",
                "\"text\":\"hi\",\"context\":{\"quoted\":true}",
                "\"text\":\"hi\",\"context\":{\"referred_product\":{}}",
                "\"text\":\"hi\",\"referral\":{\"source_type\":\"tv\"}",
                "\"type\":\"location\",\"location\":{\"latitude\":91,\"longitude\":0}",
                "\"type\":\"location\",\"location\":{\"latitude\":\"1\",\"longitude\":0}",
                "\"type\":\"contacts\",\"contacts\":[]",
                "\"type\":\"contacts\",\"contacts\":[{\"vcard\":\"x\"}]",
                "\"type\":\"order\",\"order\":{\"catalog_id\":\"c\",\"product_items\":[{\"product_retailer_id\":\"p\",\"quantity\":0}]}",
                "\"type\":\"edit\",\"edit\":{}",
                "\"type\":\"audio\",\"audio\":{\"caption\":1,\"data\":\"AAAA\"}",
                "\"type\":\"system\",\"system\":{\"type\":\"user_changed_number\"}",
                "\"type\":\"system\",\"system\":{\"type\":\"user_left\"}"
            })
    void refusesWhatNoCustomerCanSend(String wish) {
        var answer = world.write(CUSTOMER, wish);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(world.simulator()
                        .control("GET", "/_sim/customers/%s/messages?world=%s".formatted(CUSTOMER, world.id()), null)
                        .json())
                .isEmpty();
    }

    @Test
    void refusesWhatIsTooLarge() {
        var huge = "\"type\":\"hologram\",\"unchecked\":true,\"hologram\":\"%s\"".formatted("x".repeat(300_000));

        assertThat(world.write(CUSTOMER, huge).status()).isEqualTo(422);
    }

    private static void assertContains(JsonNode actual, JsonNode expected) {
        expected.properties().forEach(property -> {
            var value = actual.path(property.getKey());
            if (property.getValue().isObject()) {
                assertContains(value, property.getValue());
            } else if (property.getValue().isArray()
                    && property.getValue().path(0).isObject()) {
                assertContains(value.path(0), property.getValue().path(0));
            } else {
                assertThat(value).as(property.getKey()).isEqualTo(property.getValue());
            }
        });
    }

    private Answer react(String wamid, String emoji) {
        return world.write(
                CUSTOMER, "\"type\":\"reaction\",\"reaction\":{\"message_id\":\"%s\"%s}".formatted(wamid, emoji));
    }

    private Answer quote(String wamid) {
        return world.write(CUSTOMER, "\"text\":\"hi\",\"context\":{\"id\":\"%s\"}".formatted(wamid));
    }

    private JsonNode message(String type) {
        return sink.messages().stream()
                .filter(message -> message.path("type").asText().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode referral(String source) {
        return sink.messages().stream()
                .map(message -> message.path("referral"))
                .filter(referral -> referral.path("source_type").asText().equals(source))
                .findFirst()
                .orElseThrow();
    }
}

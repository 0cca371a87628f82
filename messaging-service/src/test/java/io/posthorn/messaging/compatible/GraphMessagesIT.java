package io.posthorn.messaging.compatible;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasLength;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.posthorn.messaging.MessagingTest;
import io.posthorn.messaging.Neighbours;
import io.posthorn.messaging.Team;
import io.posthorn.messaging.Templates;
import io.posthorn.messaging.content.TypeSample;
import io.posthorn.messaging.content.TypeSamples;
import io.posthorn.testkit.Stores;
import io.posthorn.testkit.Tokens;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MessagingTest
class GraphMessagesIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "01a1fc15-678b-7851-bc40-f52176b702eb";
    private static final String ANA = "+15550002000";

    private Team team;
    private String fromAna;

    @BeforeEach
    void aCustomerHasWritten() {
        team = Team.connected();
        fromAna = team.world.write("15550002000", "Ana", "hi");
        await().until(() -> team.conversationIds().size() == 1);
    }

    @Test
    void everyTypeIsTakenInMetasWordsAndLeavesInThem() throws IOException {
        var providerMedia = new Templates(team).providerMedia();
        Neighbours.uploaded(team.channelId, providerMedia);
        var sent = new LinkedHashMap<String, TypeSample>();

        for (var sample : TypeSamples.all("unused")) {
            var content = sample.metas().replace("META-FILE", FILE).replace("WAMID", fromAna);
            sent.put(accepted("\"type\":\"%s\",\"%s\":%s".formatted(sample.type(), sample.type(), content)), sample);
        }

        await().untilAsserted(() -> assertThat(team.world.captured()).hasSize(sent.size()));
        for (var entry : sent.entrySet()) {
            var expected =
                    entry.getValue().metas().replace("META-FILE", providerMedia).replace("WAMID", fromAna);
            assertThat(captured(entry.getKey()).path("content"))
                    .as(entry.getValue().name())
                    .isEqualTo(JSON.readTree(expected));
        }
    }

    @Test
    void answersAsMetaDoes() {
        new Templates(team).approved("order_ready");

        post("\"to\":\"+1 (555) 000-2000\",\"text\":{\"body\":\"no type\"}")
                .then()
                .statusCode(200)
                .body("messaging_product", equalTo("whatsapp"))
                .body("contacts", hasSize(1))
                .body("contacts[0].input", equalTo("+1 (555) 000-2000"))
                .body("contacts[0].wa_id", equalTo("15550002000"))
                .body("messages[0].id", startsWith("wamid.PH"))
                .body("messages[0].message_status", nullValue())
                .body("success", nullValue());
        post("\"to\":\"%s\",\"type\":\"template\",%s".formatted(ANA, template("order_ready")))
                .then()
                .statusCode(200)
                .body("messages[0].message_status", equalTo("accepted"));
    }

    @Test
    void anAliasStandsForItsMessageAndTheCallersNoteIsKept() {
        var alias = accepted("\"text\":{\"body\":\"first\"},\"biz_opaque_callback_data\":\"order-17\"");
        var quoting = accepted("\"text\":{\"body\":\"second\"},\"context\":{\"message_id\":\"%s\"}".formatted(alias));
        var quotingAna =
                accepted("\"text\":{\"body\":\"third\"},\"context\":{\"message_id\":\"%s\"}".formatted(fromAna));

        await().untilAsserted(() -> assertThat(team.world.captured()).hasSize(3));

        var first = captured(alias);
        assertThat(first.path("wamid").asText()).isNotEqualTo(alias);
        assertThat(first.path("callbackData").asText()).isNotEqualTo("order-17").isNotEmpty();
        assertThat(captured(quoting).path("contextMessageId").asText())
                .isEqualTo(first.path("wamid").asText());
        assertThat(captured(quotingAna).path("contextMessageId").asText()).isEqualTo(fromAna);
        assertThat(team.get("/api/v1/messages/{id}", id(alias)).getString("callbackData"))
                .isEqualTo("order-17");
    }

    @Test
    void receiptsGoToMetaAtOnce() {
        var aliasOfAna = AliasWamid.of(UUID.fromString(inbound()));

        for (var id : new String[] {fromAna, aliasOfAna}) {
            post("\"status\":\"read\",\"message_id\":\"%s\",\"typing_indicator\":{\"type\":\"text\"}".formatted(id))
                    .then()
                    .statusCode(200)
                    .body("success", equalTo(true))
                    .body("messages", nullValue());
        }

        assertThat(RestAssured.get(team.world.simulator() + "/_sim/customers/15550002000/messages?phoneNumberId="
                                + team.world.phoneNumberId())
                        .asString())
                .contains(fromAna);
        refused("\"status\":\"read\",\"message_id\":\"wamid.nobodys\"", 400, 131009);
        refused("\"status\":\"read\",\"message_id\":\"%s\"".formatted(AliasWamid.of(UUID.randomUUID())), 400, 131009);
    }

    @Test
    void refusesWithMetasCodes() {
        new Templates(team).approved("order_ready");
        var text = "\"text\":{\"body\":\"x\"}";

        refused("\"to\":\"+15559998888\"," + text, 400, 131047);
        refused("\"to\":\"hello\"," + text, 400, 131009);
        refused("\"to\":\"%s\",\"type\":\"poem\",\"poem\":{}".formatted(ANA), 400, 131051);
        refused("\"to\":\"%s\",\"type\":\"text\"".formatted(ANA), 400, 131008);
        refused("\"to\":\"%s\",\"text\":{\"body\":\"%s\"}".formatted(ANA, "x".repeat(4097)), 400, 131009);
        refused("\"to\":\"%s\",\"text\":{\"body\":\"x\",\"bdy\":1}".formatted(ANA), 400, 100);
        refused("\"to\":\"%s\",\"recipient_type\":\"group\",%s".formatted(ANA, text), 400, 100);
        refused("\"to\":\"%s\",%s,\"context\":{\"message_id\":\"wamid.nobodys\"}".formatted(ANA, text), 400, 131009);
        refused("\"to\":\"%s\",\"type\":\"image\",\"image\":{\"id\":\"700000000000001\"}".formatted(ANA), 400, 131009);
        refused(
                "\"to\":\"%s\",\"type\":\"image\",\"image\":{\"id\":\"%s\"}".formatted(ANA, Neighbours.UNKNOWN_FILE),
                400,
                131009);
        refused("\"to\":\"%s\",\"type\":\"template\",%s".formatted(ANA, template("unheard_of")), 404, 132001);
        refused(
                "\"to\":\"%s\",\"type\":\"template\",%s"
                        .formatted(ANA, template("order_ready").replace(",{\"type\":\"text\",\"text\":\"A-17\"}", "")),
                400,
                132000);
        graph().body("{\"to\":\"%s\",%s}".formatted(ANA, text))
                .post(path(team))
                .then()
                .statusCode(400)
                .body("error.message", equalTo("(#100) The parameter messaging_product is required."))
                .body("error.code", equalTo(100));
        graph().body("{\"messaging_product\"")
                .post(path(team))
                .then()
                .statusCode(400)
                .body("error.code", equalTo(100));
        graph().body("[]").post(path(team)).then().statusCode(400).body("error.code", equalTo(100));
        assertThat(outbound()).isEqualTo("0");
    }

    @Test
    void aNumberOfOthersIsAsUnknownAsNone() {
        var theirs = Team.connected();

        for (var number : new String[] {theirs.world.phoneNumberId(), "4", "not-a-number"}) {
            graph().body("""
                            {"messaging_product":"whatsapp","to":"%s","text":{"body":"x"}}""".formatted(ANA))
                    .post("/graph/v25.0/%s/messages".formatted(number))
                    .then()
                    .statusCode(400)
                    .contentType("application/json")
                    .body("error.type", equalTo("GraphMethodException"))
                    .body("error.code", equalTo(100))
                    .body("error.error_subcode", equalTo(33))
                    .body("error.message", containsString("Object with ID '%s' does not exist".formatted(number)));
        }
        team.as("viewer").body("{}").post(path(team)).then().statusCode(403).body("error.code", equalTo(10));
        assertThat(outbound()).isEqualTo("0");
    }

    @Test
    void aKeyMakesRepeatingSafeHereToo() {
        var body = "{\"messaging_product\":\"whatsapp\",\"to\":\"%s\",\"text\":{\"body\":\"once\"}}".formatted(ANA);

        var first = graph().header("Idempotency-Key", "k1").body(body).post(path(team));
        var again = graph().header("Idempotency-Key", "k1").body(body).post(path(team));
        var other = graph().header("Idempotency-Key", "k1")
                .body(body.replace("once", "twice"))
                .post(path(team));
        var anotherCaller = RestAssured.given()
                .contentType("application/json")
                .header(
                        "Authorization",
                        "Bearer " + Tokens.ofApiKey(team.workspace, team.user, UUID.randomUUID(), "agent"))
                .header("Idempotency-Key", "k1")
                .body(body)
                .post(path(team));

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        other.then().statusCode(400).body("error.code", equalTo(100));
        assertThat(anotherCaller.<String>path("messages[0].id")).isNotEqualTo(first.path("messages[0].id"));
        assertThat(outbound()).isEqualTo("2");
    }

    private String accepted(String fields) {
        var answer = post("\"to\":\"%s\",%s".formatted(ANA, fields));
        assertThat(answer.statusCode()).as(fields + answer.asString()).isEqualTo(200);
        return answer.path("messages[0].id");
    }

    private void refused(String fields, int status, int code) {
        post(fields)
                .then()
                .statusCode(status)
                .contentType("application/json")
                .body("error.code", equalTo(code))
                .body("error.type", equalTo("OAuthException"))
                .body("error.message", startsWith("(#%d) ".formatted(code)))
                .body("error.error_data.messaging_product", equalTo("whatsapp"))
                .body("error.error_data.details", org.hamcrest.Matchers.not(org.hamcrest.Matchers.emptyOrNullString()))
                .body("error.fbtrace_id", hasLength(32));
    }

    private Response post(String fields) {
        return graph().body("{\"messaging_product\":\"whatsapp\",%s}".formatted(fields))
                .post(path(team));
    }

    private io.restassured.specification.RequestSpecification graph() {
        return team.agent();
    }

    private static String path(Team team) {
        return "/graph/v25.0/%s/messages".formatted(team.world.phoneNumberId());
    }

    private JsonNode captured(String alias) {
        var wamid = team.get("/api/v1/messages/{id}", id(alias)).getString("wamid");
        return team.world.captured().stream()
                .filter(send -> send.path("wamid").asText().equals(wamid))
                .findFirst()
                .orElseThrow();
    }

    private static UUID id(String alias) {
        return AliasWamid.messageId(alias).orElseThrow();
    }

    private String inbound() {
        return team.get(
                        "/api/v1/conversations/{id}/messages",
                        team.conversationIds().getFirst())
                .getString("data[0].id");
    }

    private String outbound() {
        return Stores.database("messaging")
                .askAsSuperuser("select count(*) from message where direction = 'outbound' and workspace_id = '%s'"
                        .formatted(team.workspace))
                .getFirst();
    }

    private static String template(String name) {
        return """
                "template":{"name":"%s","language":{"code":"en_US"},"components":[
                {"type":"body","parameters":[{"type":"text","text":"Ana"},{"type":"text","text":"A-17"}]}]}""".formatted(name);
    }
}

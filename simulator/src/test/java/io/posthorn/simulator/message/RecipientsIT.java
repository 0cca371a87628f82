package io.posthorn.simulator.message;

import static io.posthorn.simulator.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

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

@QuarkusTest
class RecipientsIT {
    private static final String CUSTOMER = "15550002000";

    @TestHTTPResource
    URI base;

    private final WebhookSink sink = new WebhookSink();
    private TestWorld world;

    @BeforeEach
    void makeWorld() {
        world = new SimulatorClient(base)
                .world("\"window\":\"off\",\"templates\":{\"reviewMillis\":0},\"customers\":{\"nationalIds\":true}");
        world.listen(sink);
    }

    @AfterEach
    void close() {
        sink.close();
    }

    @ParameterizedTest
    @CsvSource({
        "+4915112345678, 4915112345678",
        "5550002000, 15550002000",
        "15550002000, 15550002000",
        "+525512345678, 5215512345678",
        "+5215512345678, 5215512345678",
        "+5531987654321, 553187654321",
        "+5511987654321, 5511987654321"
    })
    @Shows({"A1.4", "A1.6", "A1.7", "A1.8", "A1.20", "A1.27"})
    void readsNumbersAsWhatsAppDoes(String to, String waId) {
        var contact = world.sendText(to, "hi").json().path("contacts").path(0);

        assertThat(contact.path("input").asText()).isEqualTo(to);
        assertThat(contact.path("wa_id").asText()).isEqualTo(waId);
        assertThat(contact.has("user_id")).isFalse();
    }

    @Test
    void knowsPeopleByTheirNumbersWhereNationalIdsAreOff() {
        var usual = new SimulatorClient(base).world("");

        var contact =
                usual.sendText("+525512345678", "hi").json().path("contacts").path(0);

        assertThat(contact.path("wa_id").asText()).isEqualTo("525512345678");
    }

    @Test
    @Shows({"A1.9", "A1.26", "I2.3", "B7.20"})
    void sendsToAUserId() {
        var userId = userId();

        var answer = send("\"recipient\":\"%s\"".formatted(userId));

        var contact = answer.json().path("contacts").path(0);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(contact.path("input").asText()).isEqualTo(userId);
        assertThat(contact.path("user_id").asText()).isEqualTo(userId);
        assertThat(contact.has("wa_id")).isFalse();
        await().until(() -> sink.statusesOf(wamid(answer)).contains("read"));
        assertThat(sink.statuses())
                .allMatch(status -> status.path("recipient_user_id").asText().equals(userId));
    }

    @Test
    @Shows("A1.10")
    void sendsToAUserIdOfSeveralPortfolios() {
        world.change("{\"customers\":{\"parentUserIds\":true}}");
        userId();
        var parent = sink.messages().getFirst().path("from_parent_user_id").asText();

        var answer = send("\"recipient\":\"%s\"".formatted(parent));

        assertThat(parent).startsWith("US.ENT.");
        assertThat(answer.json().path("contacts").path(0).path("user_id").asText())
                .isEqualTo(parent);
        assertThat(world.captured("").path(0).path("to").asText()).isEqualTo(CUSTOMER);
    }

    @Test
    @Shows({"A1.11", "A1.27"})
    void prefersThePhoneNumber() {
        var answer = send("\"recipient\":\"%s\",\"to\":\"+15550002001\"".formatted(userId()));

        var contact = answer.json().path("contacts").path(0);
        assertThat(contact.path("wa_id").asText()).isEqualTo("15550002001");
        assertThat(contact.has("user_id")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"ana, 131009", "'US.1', 131026", "'', 100"})
    @Shows("A1.9")
    void refusesUserIdsOfNobody(String userId, int code) {
        assertThat(send("\"recipient\":\"%s\"".formatted(userId)).errorCode()).isEqualTo(code);
        assertThat(world.captured("")).isEmpty();
    }

    @Test
    @Shows("F2.131062")
    void sendsCodesToPhoneNumbersOnly() {
        world.approved("""
                {"name":"code","language":"en_US","category":"AUTHENTICATION","components":[{"type":"BODY"},
                 {"type":"BUTTONS","buttons":[{"type":"OTP","otp_type":"COPY_CODE"}]}]}""");

        var answer = world.post("""
                {"messaging_product":"whatsapp","recipient":"%s","type":"template","template":{"name":"code",
                 "language":{"code":"en_US"},"components":[{"type":"body","parameters":[{"type":"text","text":"1"}]},
                 {"type":"button","sub_type":"url","index":"0","parameters":[{"type":"text","text":"1"}]}]}}""".formatted(userId()));

        assertThat(answer.errorCode()).as(answer.text()).isEqualTo(131062);
    }

    @Test
    @Shows({"A1.5", "A1.25", "B7.21", "B7.38"})
    void sendsToGroups() {
        var group = group("{\"participants\":[\"+15550002000\",\"+15550002001\"]}");

        var answer = send("\"recipient_type\":\"group\",\"to\":\"%s\"".formatted(group));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("messages").path(0).path("group_id").asText())
                .isEqualTo(group);
        await().until(() -> sink.statusesOf(wamid(answer)).size() == 5);
        assertThat(sink.statusesOf(wamid(answer)))
                .containsExactlyInAnyOrder("sent", "delivered", "delivered", "read", "read");
        assertThat(sink.statuses()).allSatisfy(status -> {
            assertThat(status.path("recipient_type").asText()).isEqualTo("group");
            assertThat(status.path("recipient_id").asText()).isEqualTo(group);
        });
        assertThat(sink.statuses().stream().map(status -> participant(status)))
                .contains("15550002000 US", "15550002001 US");
        assertThat(sink.statuses().getFirst().path("pricing").path("category").asText())
                .isEqualTo("group_service");
    }

    @Test
    @Shows({"F2.131020", "F2.131041"})
    void refusesGroupsThatItDoesNotHave() {
        var other = world.simulator()
                .control("POST", "/_sim/worlds/" + world.id() + "/numbers", "{}")
                .json()
                .path("id")
                .asText();
        var foreign = group("{\"phoneNumberId\":\"%s\",\"participants\":[\"+15550002000\"]}".formatted(other));

        assertThat(send("\"recipient_type\":\"group\",\"to\":\"G\"").errorCode())
                .isEqualTo(131041);
        assertThat(send("\"recipient_type\":\"group\",\"to\":\"%s\"".formatted(foreign))
                        .errorCode())
                .isEqualTo(131020);
    }

    @Test
    @Shows({"A1.17", "A1.18", "B7.22", "F2.137000"})
    void looksAtTheIdentityKeyWhenToldTo() {
        var wrong = "\"to\":\"+15550002000\",\"recipient_identity_key_hash\":\"wrong\"";
        var ignored = wamid(send(wrong));
        world.simulator().graph("POST", "/v25.0/" + world.number() + "/settings", world.token(), """
                {"user_identity_change":{"enable_identity_key_check":true}}""");
        var hash = world.customer(CUSTOMER).path("identityKeyHash").asText();

        var failed = wamid(send(wrong));
        var right = wamid(send("\"to\":\"+15550002000\",\"recipient_identity_key_hash\":\"%s\"".formatted(hash)));

        await().until(() -> sink.statusesOf(failed).contains("failed"));
        await().until(() -> sink.statusesOf(right).contains("read")
                && sink.statusesOf(ignored).contains("read"));
        assertThat(sink.statuses().toString()).contains("137000").contains(hash);
    }

    private Answer send(String recipient) {
        return world.post("""
                {"messaging_product":"whatsapp",%s,"type":"text","text":{"body":"hi"}}""".formatted(recipient));
    }

    private String userId() {
        world.customerWrites(CUSTOMER, "hello");
        await().until(() -> !sink.messages().isEmpty());
        return sink.messages().getFirst().path("from_user_id").asText();
    }

    private String group(String wish) {
        return world.simulator()
                .control("POST", "/_sim/worlds/" + world.id() + "/groups", wish)
                .json()
                .path("id")
                .asText();
    }

    private static String participant(JsonNode status) {
        return status.path("recipient_participant_id").asText() + " "
                + status.path("recipient_participant_user_id").asText().replaceAll("\\..*", "");
    }

    private static String wamid(Answer answer) {
        return answer.json().path("messages").path(0).path("id").asText();
    }
}

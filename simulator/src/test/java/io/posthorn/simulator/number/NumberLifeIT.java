package io.posthorn.simulator.number;

import static io.posthorn.simulator.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.SimulatorClient.Answer;
import io.posthorn.simulator.TestWorld;
import io.posthorn.simulator.WebhookSink;
import io.posthorn.simulator.reference.Shows;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class NumberLifeIT {
    private static final String PIN = "{\"messaging_product\":\"whatsapp\",\"pin\":\"%s\"%s}";

    @TestHTTPResource
    URI base;

    private TestWorld world;

    @BeforeEach
    void makeWorld() {
        world = new SimulatorClient(base).world("\"window\":\"off\"");
        world.clock("\"frozen\":true");
    }

    @Test
    @Shows({"G1.1", "G1.2", "G1.3", "G1.5", "G1.8", "G1.11", "F2.133006", "F2.133010", "0.8", "0.18"})
    void livesFromBeingAddedToSending() {
        var id = added("5550001000");
        assertThat(id).matches("\\d{15}");
        assertThat(send(id).errorCode()).isEqualTo(133010);
        assertThat(register(id, "123456").errorCode()).isEqualTo(133006);

        assertThat(requestCode(id, "SMS").text()).isEqualTo("{\"success\":true}");
        assertThat(verify(id, code(id)).text()).isEqualTo("{\"success\":true}");
        assertThat(register(id, "123456").text()).isEqualTo("{\"success\":true}");

        assertThat(send(id).status()).isEqualTo(200);
        assertThat(world.captured("&phoneNumberId=" + id)).hasSize(1);
    }

    @Test
    @Shows({"G1.4", "F2.136024", "F2.136025"})
    void takesTheRightCodeOnly() {
        var id = added("5550001001");
        assertThat(verify(id, "123456").errorCode()).isEqualTo(136025);
        requestCode(id, "VOICE");
        var code = code(id);

        assertThat(verify(id, code.equals("000000") ? "111111" : "000000").errorCode())
                .isEqualTo(136025);
        world.clock("\"advanceSeconds\":601");
        assertThat(verify(id, code).errorCode()).isEqualTo(136025);
    }

    @Test
    @Shows({"F2.136024", "F3.2"})
    void givesNoCodeToWhoeverAsksTooOftenOrIsVerified() {
        var id = added("5550001002");
        for (var request = 0; request < 5; request++) {
            assertThat(requestCode(id, "SMS").status()).isEqualTo(200);
        }
        var tooMany = requestCode(id, "SMS");
        var verified = requestCode(world.number(), "SMS");

        assertThat(tooMany.errorCode()).isEqualTo(136024);
        assertThat(subcode(tooMany)).isEqualTo(2388093);
        assertThat(verified.errorCode()).isEqualTo(136024);
        assertThat(subcode(verified)).isEqualTo(2388091);
    }

    @Test
    @Shows({"G1.7", "G1.9", "G1.10", "F2.133005", "F2.133008", "F2.133009"})
    void guardsThePin() {
        register(world.number(), "123456");

        assertThat(register(world.number(), "000000").errorCode()).isEqualTo(133005);
        assertThat(register(world.number(), "111111").errorCode()).isEqualTo(133009);
        for (var guess = 0; guess < 4; guess++) {
            world.clock("\"advanceSeconds\":6");
            assertThat(register(world.number(), "111111").errorCode()).isEqualTo(133005);
        }
        world.clock("\"advanceSeconds\":6");
        var locked = register(world.number(), "123456");
        assertThat(locked.errorCode()).isEqualTo(133008);
        assertThat(locked.json()
                        .path("error")
                        .path("error_data")
                        .path("details")
                        .asText())
                .contains("Try again after 20");
        world.clock("\"advanceSeconds\":43200");
        assertThat(register(world.number(), "123456").status()).isEqualTo(200);
    }

    @Test
    @Shows({"G1.12", "B5.16"})
    void changesThePinAndTellsSo() {
        try (var sink = new WebhookSink()) {
            world.listen(sink);
            register(world.number(), "123456");

            var answer = post(world.number(), "{\"pin\":\"654321\"}");

            assertThat(answer.text()).isEqualTo("{\"success\":true}");
            assertThat(register(world.number(), "123456").errorCode()).isEqualTo(133005);
            await().until(() ->
                    sink.received().stream().anyMatch(each -> each.text().contains("PIN_CHANGED")));
        }
    }

    @Test
    @Shows({"G1.13", "G1.14"})
    void sendsNoMoreOnceItIsDeregistered() {
        var answer = post(world.number() + "/deregister", "{}");

        assertThat(answer.text()).isEqualTo("{\"success\":true}");
        assertThat(send(world.number()).errorCode()).isEqualTo(133010);
        assertThat(post(world.number() + "/deregister", "{}").errorCode()).isEqualTo(133010);
        assertThat(world.get(world.number() + "?fields=status")
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("DISCONNECTED");
        assertThat(world.simulator()
                        .graph("DELETE", "/v25.0/" + world.number(), world.token(), null)
                        .errorCode())
                .isEqualTo(100);
    }

    @Test
    @Shows({"E7.1", "F2.133016"})
    void changesItsRegistrationTenTimesInSeventyTwoHours() {
        for (var change = 0; change < 10; change++) {
            assertThat(register(world.number(), "123456").status()).isEqualTo(200);
        }

        assertThat(register(world.number(), "123456").errorCode()).isEqualTo(133016);
        world.clock("\"advanceSeconds\":259200");
        assertThat(register(world.number(), "123456").status()).isEqualTo(200);
    }

    @Test
    @Shows("F2.133015")
    void waitsUntilADeletionIsOver() {
        var numbers = "/_sim/worlds/" + world.id() + "/numbers/";
        world.simulator().control("DELETE", numbers + added("5550001005"), null);
        var again = added("5550001005");
        requestCode(again, "SMS");
        verify(again, code(again));

        assertThat(register(again, "123456").errorCode()).isEqualTo(133015);
        world.clock("\"advanceSeconds\":300");
        assertThat(register(again, "123456").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AU", "ID", "IN", "JP", "SG", "KR", "DE", "CH", "GB", "BR", "BH", "ZA", "AE", "CA"})
    @Shows("G1.6")
    void keepsDataInARegion(String region) {
        assertThat(registerIn(region).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            register     | {"messaging_product":"whatsapp","pin":"12345"}
            register     | {"messaging_product":"whatsapp","pin":"abcdef"}
            register     | {"messaging_product":"whatsapp"}
            register     | {"pin":"123456"}
            register     | {"messaging_product":"whatsapp","pin":"123456","data_localization_region":"FR"}
            request_code | {"code_method":"PIGEON","language":"en_US"}
            request_code | {"code_method":"SMS"}
            verify_code  | {}
            """)
    void refusesWhatIsMalformed(String edge, String body) {
        assertThat(post(world.number() + "/" + edge, body).errorCode()).isEqualTo(100);
    }

    @Test
    @Shows({"F3.1", "F3.3", "E9.1"})
    void addsWhatCanBeAdded() {
        added("5550001007");

        assertThat(subcode(add("5550001007", ""))).isEqualTo(2388012);
        assertThat(subcode(add("5550001008", ",\"migrate_phone_number\":true"))).isEqualTo(2388103);
        assertThat(add("x", "").errorCode()).isEqualTo(100);
        world.simulator().control("PATCH", "/_sim/worlds/" + world.id() + "/portfolio", "{\"verified\":false}");
        assertThat(add("5550001009", "").errorCode()).isEqualTo(200);
        assertThat(world.get(world.account() + "?fields=business_verification_status")
                        .json()
                        .path("business_verification_status")
                        .asText())
                .isEqualTo("not_verified");
    }

    private Answer registerIn(String region) {
        return post(
                world.number() + "/register",
                PIN.formatted("123456", ",\"data_localization_region\":\"" + region + "\""));
    }

    private Answer add(String phone, String extras) {
        return post(world.account() + "/phone_numbers", """
                {"cc":"1","phone_number":"%s","verified_name":"Acme"%s}""".formatted(phone, extras));
    }

    private String added(String phone) {
        return add(phone, "").json().path("id").asText();
    }

    private Answer requestCode(String id, String method) {
        return post(id + "/request_code", "{\"code_method\":\"%s\",\"language\":\"en_US\"}".formatted(method));
    }

    private Answer verify(String id, String code) {
        return post(id + "/verify_code", "{\"code\":\"%s\"}".formatted(code));
    }

    private Answer register(String id, String pin) {
        return post(id + "/register", PIN.formatted(pin, ""));
    }

    private String code(String id) {
        return world.simulator()
                .control("GET", "/_sim/worlds/%s/numbers/%s".formatted(world.id(), id), null)
                .json()
                .path("code")
                .asText();
    }

    private Answer send(String id) {
        return post(id + "/messages", """
                {"messaging_product":"whatsapp","to":"+15550002000","text":{"body":"hi"}}""");
    }

    private Answer post(String path, String body) {
        return world.simulator().graph("POST", "/v25.0/" + path, world.token(), body);
    }

    private static int subcode(Answer answer) {
        return answer.json().path("error").path("error_subcode").asInt();
    }
}

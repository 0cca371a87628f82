package io.posthorn.simulator.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.SimulatorClient.Answer;
import io.posthorn.simulator.TestWorld;
import io.posthorn.simulator.reference.Shows;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TokensIT {
    @TestHTTPResource
    URI base;

    private TestWorld world;

    @BeforeEach
    void makeWorld() {
        world = new SimulatorClient(base).world();
    }

    @Test
    @Shows({"G6.1", "F2.190"})
    void expiresAfterItsTime() {
        var token = token("\"type\":\"USER\",\"lifeSeconds\":86400");
        assertThat(readNumber(token).status()).isEqualTo(200);

        world.clock("\"advanceSeconds\":86401");

        var answer = readNumber(token);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.errorCode()).isEqualTo(190);
        assertThat(subcode(answer)).isEqualTo(463);
        assertThat(answer.json().path("error").path("message").asText()).contains("Session has expired on");
    }

    @Test
    @Shows("G6.2")
    void livesForEverOrSixtyDays() {
        var eternal = token("\"type\":\"SYSTEM_USER\"");
        var long60 = token("\"type\":\"SYSTEM_USER\",\"lifeSeconds\":5184000");

        world.clock("\"advanceSeconds\":5184001");

        assertThat(readNumber(eternal).status()).isEqualTo(200);
        assertThat(subcode(readNumber(long60))).isEqualTo(463);
    }

    @ParameterizedTest
    @ValueSource(ints = {458, 459, 460, 463, 464, 467})
    @Shows({"F2.190.458", "F2.190.459", "F2.190.460", "F2.190.463", "F2.190.467"})
    void isInvalidForManyReasons(int reason) {
        var token = token("");
        var path = "/_sim/worlds/%s/tokens/%s".formatted(world.id(), token);

        world.simulator().control("PATCH", path, "{\"subcode\":%d}".formatted(reason));
        var refused = readNumber(token);
        world.simulator().control("PATCH", path, "{\"subcode\":0}");

        assertThat(refused.errorCode()).isEqualTo(190);
        assertThat(subcode(refused)).isEqualTo(reason);
        assertThat(readNumber(token).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "whatsapp_business_management, messages,      POST, 10",
        "whatsapp_business_management, media,         POST, 10",
        "whatsapp_business_messaging,  settings,      GET,  200",
        "whatsapp_business_messaging,  register,      POST, 200"
    })
    @Shows({"0.27", "0.28", "I1.3", "F2.10", "F2.200"})
    void needsAPermission(String scope, String edge, String method, int code) {
        var token = token("\"scopes\":[\"%s\"]".formatted(scope));

        var answer = world.simulator()
                .graph(method, "/v25.0/" + world.number() + "/" + edge, token, method.equals("GET") ? null : "{}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.errorCode()).isEqualTo(code);
    }

    @Test
    @Shows("0.28")
    void readsTemplatesWithThePermissionOfManagementOnly() {
        var token = token("\"scopes\":[\"whatsapp_business_messaging\"]");

        assertThat(world.simulator()
                        .graph("GET", "/v25.0/" + world.account() + "/message_templates", token, null)
                        .errorCode())
                .isEqualTo(200);
        assertThat(readNumber(token).status()).isEqualTo(200);
    }

    @Test
    @Shows("G6.3")
    void reachesGrantedAccountsOnly() {
        var other = world.simulator()
                .control("POST", "/_sim/worlds/" + world.id() + "/accounts", "{\"name\":\"Other\"}")
                .json()
                .path("id")
                .asText();
        var token = token("\"accounts\":[\"%s\"]".formatted(other));

        var own = world.simulator().graph("GET", "/v25.0/" + other, token, null);
        var foreign = world.simulator().graph("GET", "/v25.0/" + world.account(), token, null);

        assertThat(own.json().path("name").asText()).isEqualTo("Other");
        assertThat(foreign.errorCode()).isEqualTo(200);
        assertThat(readNumber(token).errorCode()).isEqualTo(200);
    }

    @Test
    @Shows({"G6.4", "G6.5"})
    void isDescribedToTheApp() {
        var appId = world.view().path("appId").asText();
        var inspected =
                token("\"type\":\"USER\",\"lifeSeconds\":3600,\"accounts\":[\"%s\"]".formatted(world.account()));

        var good = debug(inspected);
        world.clock("\"advanceSeconds\":3601");
        var expired = debug(inspected);
        var unknown = debug("forged");

        assertThat(good.path("app_id").asText()).isEqualTo(appId);
        assertThat(good.path("type").asText()).isEqualTo("USER");
        assertThat(good.path("is_valid").asBoolean()).isTrue();
        assertThat(good.path("expires_at").asLong())
                .isPositive()
                .isEqualTo(good.path("data_access_expires_at").asLong());
        assertThat(good.path("scopes").toString()).contains("whatsapp_business_messaging");
        assertThat(good.path("granular_scopes")
                        .path(0)
                        .path("target_ids")
                        .path(0)
                        .asText())
                .isEqualTo(world.account());
        assertThat(expired.path("is_valid").asBoolean()).isFalse();
        assertThat(expired.path("error").path("subcode").asInt()).isEqualTo(463);
        assertThat(unknown.path("is_valid").asBoolean(true)).isFalse();
        assertThat(debug(world.token()).path("expires_at").asLong(-1)).isZero();
    }

    @Test
    @Shows("G6.4")
    void isNoMasterKeyWhenItIsTheApps() {
        assertThat(readNumber(appToken()).errorCode()).isEqualTo(200);
        assertThat(readNumber(appToken() + "x").errorCode()).isEqualTo(190);
    }

    @Test
    @Shows("G6.6")
    void isProvenWithTheSecretOfTheApp() throws Exception {
        var app = "/_sim/worlds/%s/apps/%s"
                .formatted(world.id(), world.view().path("appId").asText());
        world.simulator().control("PATCH", app, "{\"requiresProof\":true}");
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(world.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var proof = HexFormat.of().formatHex(mac.doFinal(world.token().getBytes(StandardCharsets.UTF_8)));

        assertThat(world.get(world.number()).errorCode()).isEqualTo(100);
        assertThat(world.get(world.number() + "?appsecret_proof=00").errorCode())
                .isEqualTo(100);
        assertThat(world.get(world.number() + "?appsecret_proof=" + proof).status())
                .isEqualTo(200);
    }

    @Test
    @Shows({"G6.7", "G6.8"})
    void comesFromACodeWithinThirtySecondsAndOnce() {
        var code = code();
        var late = code();

        var token = exchange(code, world.secret()).json().path("access_token").asText();
        var twice = exchange(code, world.secret());
        world.clock("\"advanceSeconds\":30");

        assertThat(readNumber(token).status()).isEqualTo(200);
        assertThat(twice.errorCode()).isEqualTo(100);
        assertThat(exchange(late, world.secret()).errorCode()).isEqualTo(100);
        assertThat(exchange(code(), "wrong").errorCode()).isEqualTo(1);
        assertThat(world.simulator()
                        .graph("GET", "/v25.0/oauth/access_token?client_id=1", null, null)
                        .errorCode())
                .isEqualTo(100);
    }

    @Test
    @Shows("F2.2500")
    void isMissedOnMe() {
        assertThat(world.simulator().graph("GET", "/v25.0/me", null, null).errorCode())
                .isEqualTo(2500);
        assertThat(world.get("me").json().has("name")).isTrue();
    }

    @Test
    @Shows({"C12.1", "E6.1", "F2.80007", "F2.80008", "0.21", "0.22", "0.23", "0.24", "0.19", "0.20"})
    void isLimitedInItsManagementCalls() {
        var empty = world.simulator()
                .control("POST", "/_sim/worlds/" + world.id() + "/accounts", "{}")
                .json()
                .path("id")
                .asText();
        world.clock("\"set\":\"2026-09-01T12:00:00Z\",\"frozen\":true");
        for (var call = 0; call < 200; call++) {
            assertThat(world.get(empty).status()).isEqualTo(200);
        }

        var answer = world.simulator()
                .raw("GET", "/v25.0/" + empty, new byte[0], "Authorization", "Bearer " + world.token());

        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("\"code\":80007");
        assertThat(world.get(empty + "/message_templates").errorCode()).isEqualTo(80008);
        assertThat(answer.headers().map())
                .containsKeys("x-fb-request-id", "x-fb-trace-id", "x-fb-rev", "facebook-api-version", "x-app-usage");
        var usage = answer.headers().firstValue("x-business-use-case-usage").orElseThrow();
        assertThat(usage).contains("\"%s\":[".formatted(empty));
        assertThat(usage).contains("call_count", "total_cputime", "total_time", "estimated_time_to_regain_access");
        world.clock("\"advanceSeconds\":3600");
        assertThat(world.get(empty).status()).isEqualTo(200);
    }

    private String code() {
        return world.simulator()
                .control("POST", "/_sim/worlds/" + world.id() + "/login-codes", "{}")
                .json()
                .path("code")
                .asText();
    }

    private Answer exchange(String code, String secret) {
        return world.simulator()
                .graph(
                        "GET",
                        "/v25.0/oauth/access_token?client_id=%s&client_secret=%s&code=%s"
                                .formatted(world.view().path("appId").asText(), secret, code),
                        null,
                        null);
    }

    private JsonNode debug(String token) {
        var query = "?input_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        return world.simulator()
                .graph("GET", "/v25.0/debug_token" + query, appToken(), null)
                .json()
                .path("data");
    }

    private String appToken() {
        return world.view().path("appId").asText() + "|" + world.secret();
    }

    private String token(String wishes) {
        return world.simulator()
                .control("POST", "/_sim/worlds/" + world.id() + "/tokens", "{" + wishes + "}")
                .json()
                .path("value")
                .asText();
    }

    private Answer readNumber(String token) {
        return world.simulator().graph("GET", "/v25.0/" + world.number(), token, null);
    }

    private static int subcode(Answer answer) {
        return answer.json().path("error").path("error_subcode").asInt();
    }
}

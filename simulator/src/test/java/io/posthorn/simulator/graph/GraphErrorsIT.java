package io.posthorn.simulator.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.simulator.SimulatorClient;
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
class GraphErrorsIT {
    @TestHTTPResource
    URI base;

    private SimulatorClient simulator;

    @BeforeEach
    void connect() {
        simulator = new SimulatorClient(base);
    }

    @Test
    @Shows({"I1.2", "F2.104"})
    void asksForAToken() {
        var answer = simulator.graph("GET", "/v25.0/400000000000001", null, null);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.errorCode()).isEqualTo(104);
        assertThat(answer.json().path("error").path("type").asText()).isEqualTo("OAuthException");
        assertThat(answer.json().path("error").path("fbtrace_id").asText()).startsWith("A");
    }

    @Test
    @Shows({"I1.2", "F2.190"})
    void refusesAnUnknownToken() {
        var answer = simulator.graph("GET", "/v25.0/400000000000001", "forged", null);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.errorCode()).isEqualTo(190);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v25.0/400000000000099, get",
        "POST, /v25.0/400000000000099/messages, post",
        "POST, /v25.0/300000000000001/messages, post",
        "GET, /v25.0/400000000000001/nothing, get"
    })
    @Shows({"0.25", "I1.3"})
    void hidesWhatDoesNotExist(String method, String path, String named) {
        var answer = simulator.graph(method, path, "sim-token", method.equals("GET") ? null : "{}");

        var error = answer.json().path("error");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(error.path("code").asInt()).isEqualTo(100);
        assertThat(error.path("error_subcode").asInt()).isEqualTo(33);
        assertThat(error.path("type").asText()).isEqualTo("GraphMethodException");
        assertThat(error.path("message").asText())
                .startsWith("Unsupported %s request. Object with ID".formatted(named));
    }

    @Test
    @Shows("0.26")
    void hidesObjectsOfAnotherWorld() {
        var world = simulator.world();

        var answer = simulator.graph("GET", "/v25.0/" + world.number(), "sim-token", null);

        assertThat(answer.json().path("error").path("error_subcode").asInt()).isEqualTo(33);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/400000000000001", "/v19.0/400000000000001", "/v99.12/400000000000001"})
    @Shows({"0.1", "0.2", "I1.1", "0.3"})
    void takesAnyVersionAndNone(String path) {
        var answer = simulator.graph("GET", path, "sim-token", null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("id").asText()).isEqualTo("400000000000001");
    }

    @Test
    @Shows("0.4")
    void takesTheTokenFromTheQuery() {
        var answer = simulator.graph("GET", "/v25.0/400000000000001?access_token=sim-token", null, null);

        assertThat(answer.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v25.0", "/v25.0/1/2/3"})
    @Shows("F2.2500")
    void refusesPathsThatMeanNothing(String path) {
        var answer = simulator.graph("GET", path, "sim-token", null);

        assertThat(answer.errorCode()).isEqualTo(2500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "7", "{} {}"})
    void refusesABodyThatIsNoObject(String body) {
        var answer = simulator.graph("POST", "/v25.0/400000000000001/messages", "sim-token", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo(100);
    }

    @Test
    @Shows("0.6")
    void takesForms() {
        var world = simulator.world("\"window\":\"off\"");
        var form = "messaging_product=whatsapp&to=%2B15550002000&type=text&text=%7B%22body%22%3A%22formed%22%7D";

        var answer = simulator.call(
                "POST",
                "/v25.0/" + world.number() + "/messages",
                world.token(),
                "application/x-www-form-urlencoded",
                form);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(world.captured("").path(0).path("body").asText()).isEqualTo("formed");
    }
}

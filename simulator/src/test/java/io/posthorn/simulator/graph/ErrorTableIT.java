package io.posthorn.simulator.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.TestWorld;
import io.posthorn.simulator.reference.Shows;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Every code of Meta's table can be asked for, and comes with its HTTP status and title. */
@QuarkusTest
class ErrorTableIT {
    @TestHTTPResource
    URI base;

    @Test
    @Shows({
        "F2.0",
        "F2.1",
        "F2.2",
        "F2.3",
        "F2.4",
        "F2.10",
        "F2.17",
        "F2.33",
        "F2.100",
        "F2.104",
        "F2.190",
        "F2.190.460",
        "F2.190.463",
        "F2.190.467",
        "F2.190.458",
        "F2.190.459",
        "F2.192",
        "F2.200",
        "F2.368",
        "F2.506",
        "F2.613",
        "F2.803",
        "F2.2500",
        "F2.80007",
        "F2.80008",
        "F2.130403",
        "F2.130429",
        "F2.130472",
        "F2.130497",
        "F2.131000",
        "F2.131005",
        "F2.131008",
        "F2.131009",
        "F2.131016",
        "F2.131020",
        "F2.131021",
        "F2.131026",
        "F2.131030",
        "F2.131031",
        "F2.131037",
        "F2.131041",
        "F2.131042",
        "F2.131043",
        "F2.131044",
        "F2.131045",
        "F2.131047",
        "F2.131048",
        "F2.131049",
        "F2.131050",
        "F2.131051",
        "F2.131052",
        "F2.131053",
        "F2.131055",
        "F2.131056",
        "F2.131057",
        "F2.131059",
        "F2.131062",
        "F2.131063",
        "F2.131064",
        "F2.131201-131215",
        "F2.132000",
        "F2.132001",
        "F2.132005",
        "F2.132007",
        "F2.132008",
        "F2.132012",
        "F2.132015",
        "F2.132016",
        "F2.132018",
        "F2.132068",
        "F2.132069",
        "F2.133000",
        "F2.133001-133003",
        "F2.133004",
        "F2.133005",
        "F2.133006",
        "F2.133008",
        "F2.133009",
        "F2.133010",
        "F2.133015",
        "F2.133016",
        "F2.134011",
        "F2.134100",
        "F2.134101",
        "F2.134102",
        "F2.135000",
        "F2.136024",
        "F2.137000",
        "F2.138000-138018",
        "F2.139000-139004",
        "F2.139100",
        "F2.139101",
        "F2.139102",
        "F2.139200",
        "F2.147001-147005",
        "F2.200002",
        "F2.200005-200007",
        "F2.1752041",
        "F2.2494100",
        "F2.2593107"
    })
    void answersEveryCodeOnDemand() throws IOException {
        var world = new SimulatorClient(base).world();
        var soft = new SoftAssertions();

        try (var file = getClass().getResourceAsStream("/graph-errors.csv")) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(";", 4))
                    .forEach(row -> {
                        judge(soft, world, row, Integer.parseInt(row[0]));
                        judge(soft, world, row, Integer.parseInt(row[1]));
                    });
        }

        soft.assertAll();
    }

    @Test
    @Shows({"F1.1", "F1.2", "F1.3", "F1.4", "F1.6", "F1.11", "F1.12", "I9.2", "I9.4"})
    void answersErrorsInMetasShape() {
        var world = new SimulatorClient(base).world();
        world.fault("\"kind\":\"error\",\"code\":2,\"status\":500,\"subcode\":7,\"details\":\"d\"");

        var full = world.sendText("+15550002000", "hi");
        var plain = world.get(world.number() + "?fields=shoe_size");

        var error = full.json().path("error");
        assertThat(full.status()).isEqualTo(500);
        assertThat(error.path("is_transient").asBoolean()).isTrue();
        assertThat(error.path("error_subcode").asInt()).isEqualTo(7);
        assertThat(error.path("error_data").path("details").asText()).isEqualTo("d");
        assertThat(error.path("error_data").path("messaging_product").asText()).isEqualTo("whatsapp");
        assertThat(plain.json().path("error").properties())
                .extracting(property -> property.getKey())
                .containsExactlyInAnyOrder("message", "type", "code", "fbtrace_id");
    }

    private static void judge(SoftAssertions soft, TestWorld world, String[] row, int code) {
        world.fault("\"kind\":\"error\",\"code\":" + code);
        var answer = world.sendText("+15550002000", "hi");
        soft.assertThat(answer.errorCode()).isEqualTo(code);
        soft.assertThat(answer.status()).as("status of %d", code).isEqualTo(Integer.parseInt(row[2]));
        soft.assertThat(answer.json().path("error").path("message").asText()).contains(row[3]);
    }
}

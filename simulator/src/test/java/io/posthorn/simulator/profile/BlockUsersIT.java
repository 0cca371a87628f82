package io.posthorn.simulator.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.SimulatorClient.Answer;
import io.posthorn.simulator.TestWorld;
import io.posthorn.simulator.reference.Shows;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BlockUsersIT {
    @TestHTTPResource
    URI base;

    private TestWorld world;

    @BeforeEach
    void makeWorld() {
        world = new SimulatorClient(base).world();
        world.customerWrites("15550002000", "hello");
    }

    @Test
    @Shows({"G5.6", "G5.7", "G5.8", "F2.130403"})
    void blocksAndUnblocks() {
        var added = change("POST", "+15550002000");
        var refused = world.sendText("+15550002000", "hi");
        var listed = world.get(world.number() + "/block_users").json();
        var removed = change("DELETE", "+15550002000");

        assertThat(added.text())
                .isEqualTo("{\"messaging_product\":\"whatsapp\",\"block_users\":{\"added_users\":"
                        + "[{\"input\":\"+15550002000\",\"wa_id\":\"15550002000\"}]}}");
        assertThat(refused.errorCode()).isEqualTo(130403);
        assertThat(listed.path("data").path(0).path("wa_id").asText()).isEqualTo("15550002000");
        assertThat(removed.json().path("block_users").path("removed_users")).hasSize(1);
        assertThat(world.sendText("+15550002000", "hi").status()).isEqualTo(200);
        assertThat(world.get(world.number() + "/block_users").json().path("data"))
                .isEmpty();
    }

    @Test
    @Shows({"G5.9", "E11.2", "F2.139100"})
    void tellsWhoFailedAndWhy() {
        var answer = change("POST", "+15550002000", "+15550002001", "nobody");

        var result = answer.json().path("block_users");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo(139100);
        assertThat(result.path("added_users")).hasSize(1);
        assertThat(result.path("failed_users").findValuesAsText("input")).containsExactly("+15550002001", "nobody");
        assertThat(result.path("failed_users")
                        .path(0)
                        .path("errors")
                        .path(0)
                        .path("code")
                        .asInt())
                .isEqualTo(131047);
        assertThat(world.get(world.number() + "/block_users").json().path("data"))
                .hasSize(1);
    }

    @Test
    void refusesAnEmptyList() {
        assertThat(change("POST").errorCode()).isEqualTo(100);
    }

    private Answer change(String method, String... users) {
        var list = String.join("\"},{\"user\":\"", users);
        var body = "{\"messaging_product\":\"whatsapp\",\"block_users\":[%s]}"
                .formatted(users.length == 0 ? "" : "{\"user\":\"" + list + "\"}");
        return world.simulator().graph(method, "/v25.0/" + world.number() + "/block_users", world.token(), body);
    }
}

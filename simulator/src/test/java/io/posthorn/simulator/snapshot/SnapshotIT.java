package io.posthorn.simulator.snapshot;

import static io.posthorn.simulator.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.TestWorld;
import io.posthorn.simulator.WebhookSink;
import io.posthorn.simulator.control.Json;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SnapshotIT {
    private static final Path FILE = Path.of("worlds.json");

    @TestHTTPResource
    URI base;

    @Inject
    Snapshots snapshots;

    private TestWorld world;

    @BeforeEach
    void makeWorld() {
        world = new SimulatorClient(base).world("\"window\":\"off\"");
    }

    @Test
    void bringsAWorldBackAsItWas() throws Exception {
        world.clock("\"set\":\"2030-01-01T00:00:00Z\",\"frozen\":true");
        var picture = world.picture();
        graph("register", "{\"messaging_product\":\"whatsapp\",\"pin\":\"123456\"}");
        graph("whatsapp_business_profile", "{\"messaging_product\":\"whatsapp\",\"about\":\"We sell\"}");
        world.subscribe("{}");
        var second = numbers().path("id").asText();
        var wamid = world.sent("+15550002000", "before");
        var snapshot = ofWorld();

        world.simulator().control("DELETE", "/_sim/worlds/" + world.id(), null);
        snapshots.restore(snapshot, FILE);

        assertThat(world.get(second).status()).isEqualTo(200);
        assertThat(world.get(picture).status()).isEqualTo(200);
        assertThat(world.get(world.account() + "/subscribed_apps").json().path("data"))
                .hasSize(1);
        assertThat(profile().path("about").asText()).isEqualTo("We sell");
        assertThat(graph("register", "{\"messaging_product\":\"whatsapp\",\"pin\":\"000000\"}")
                        .errorCode())
                .isEqualTo(133005);
        assertThat(world.simulator()
                        .control("GET", "/_sim/clock?world=" + world.id(), null)
                        .text())
                .contains("2030-01-01T00:00:00Z");
        assertThat(world.sent("+15550002000", "after")).startsWith("wamid.").isNotEqualTo(wamid);
    }

    @Test
    void keepsSubscriptions() throws Exception {
        try (var sink = new WebhookSink()) {
            world.subscribe(sink);
            var snapshot = ofWorld();

            world.simulator().control("DELETE", "/_sim/worlds/" + world.id(), null);
            snapshots.restore(snapshot, FILE);
            world.customerWrites("15550002000", "hi");

            await().until(() -> sink.messages().size() == 1);
        }
    }

    @Test
    void bringsTemplatesBack() {
        var components = "\"components\":[{\"type\":\"BODY\",\"text\":\"Just this.\"}]}";
        var named = "{\"name\":\"%s\",\"language\":\"en\",\"category\":\"UTILITY\",";
        world.change("{\"templates\":{\"reviewMillis\":0}}");
        var approved = world.createTemplate(named.formatted("kept") + components)
                .json()
                .path("id")
                .asText();
        var rejected = world.createTemplate(named.formatted("reject_scam") + components)
                .json()
                .path("id")
                .asText();
        var snapshot = ofWorld();

        world.simulator().control("DELETE", "/_sim/worlds/" + world.id(), null);
        snapshots.restore(snapshot, FILE);

        assertThat(world.templateStatus(approved)).isEqualTo("APPROVED");
        assertThat(world.get(rejected + "?fields=rejected_reason")
                        .json()
                        .path("rejected_reason")
                        .asText())
                .isEqualTo("SCAM");
        assertThat(world.sendTemplate("+15550002000", "{\"name\":\"kept\",\"language\":{\"code\":\"en\"}}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesWhatIsNoSnapshot() {
        var damaged = ofWorld();
        ((ObjectNode) damaged.path("worlds").path(0)).remove("world");

        assertThatThrownBy(() -> snapshots.restore(Json.object().put("form", 99), FILE))
                .hasMessageContaining("no snapshot of this version");
        assertThatThrownBy(() -> snapshots.restore(damaged, FILE)).hasMessageContaining("worlds.json");
    }

    /** Through its text, as it stands in a file, and of this test's world alone. */
    private JsonNode ofWorld() {
        try {
            var snapshot = Json.MAPPER.readTree(Json.bytes(snapshots.take()));
            var all = (ArrayNode) snapshot.path("worlds");
            for (var place = all.size() - 1; place >= 0; place--) {
                if (!all.path(place)
                        .path("world")
                        .path("identity")
                        .path("id")
                        .asText()
                        .equals(world.id())) {
                    all.remove(place);
                }
            }
            return snapshot;
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private JsonNode numbers() {
        return world.simulator()
                .control("POST", "/_sim/worlds/" + world.id() + "/numbers", "{}")
                .json();
    }

    private JsonNode profile() {
        return world.get(world.number() + "/whatsapp_business_profile")
                .json()
                .path("data")
                .path(0);
    }

    private SimulatorClient.Answer graph(String edge, String body) {
        return world.simulator().graph("POST", "/v25.0/" + world.number() + "/" + edge, world.token(), body);
    }
}

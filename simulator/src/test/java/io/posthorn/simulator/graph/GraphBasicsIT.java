package io.posthorn.simulator.graph;

import static io.posthorn.simulator.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.TestWorld;
import io.posthorn.simulator.WebhookSink;
import io.posthorn.simulator.reference.Shows;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GraphBasicsIT {
    @TestHTTPResource
    URI base;

    private TestWorld world;

    @BeforeEach
    void makeWorld() {
        world = new SimulatorClient(base).world("\"window\":\"off\"");
    }

    @Test
    @Shows("0.5")
    void takesJson() {
        assertThat(world.sendText("+15550002000", "by body").status()).isEqualTo(200);
        assertThat(world.captured("").path(0).path("body").asText()).isEqualTo("by body");
    }

    @Test
    @Shows("0.7")
    void takesValuesFromTheQuery() {
        var query = "messaging_product=whatsapp&to=%2B15550002000&type=text&text=%7B%22body%22%3A%22by+query%22%7D";

        var answer =
                world.simulator().graph("POST", "/v25.0/" + world.number() + "/messages?" + query, world.token(), null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(world.captured("").path(0).path("body").asText()).isEqualTo("by query");
    }

    @Test
    @Shows("0.17")
    void refusesACursorThatItNeverGave() {
        assertThat(world.get(world.account() + "/message_templates?after=bm90aGluZw")
                        .errorCode())
                .isEqualTo(131059);
    }

    @Test
    @Shows("0.9")
    void writesIdsOfTemplatesAsNumbersInWebhooks() {
        try (var sink = new WebhookSink()) {
            world.listen(sink);

            var id = world.approved("""
                    {"name":"hello","language":"en","category":"UTILITY","components":[{"type":"BODY","text":"Your order is here."}]}""");

            await().until(() ->
                    sink.received().stream().anyMatch(each -> each.text().contains("\"message_template_id\":" + id)));
        }
    }

    @Test
    @Shows({"F1.5", "F3.1"})
    void hasTextsForPeopleWhereMetaHasThem() {
        var body = "{\"cc\":\"1\",\"phone_number\":\"5550009000\",\"verified_name\":\"Acme\"}";
        var path = "/v25.0/" + world.account() + "/phone_numbers";
        world.simulator().graph("POST", path, world.token(), body);

        var error = world.simulator()
                .graph("POST", path, world.token(), body)
                .json()
                .path("error");

        assertThat(error.path("error_user_title").asText()).isNotEmpty();
        assertThat(error.path("error_user_msg").asText()).isNotEmpty();
    }
}

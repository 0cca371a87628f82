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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReadAccountIT {
    @TestHTTPResource
    URI base;

    private TestWorld world;

    @BeforeEach
    void makeWorld() {
        world = new SimulatorClient(base).world();
    }

    @Test
    @Shows({"G5.1", "G5.2"})
    void hasAllFieldsOfMeta() {
        var names =
                "id,name,currency,timezone_id,message_template_namespace,account_review_status,country,ownership_type,"
                        + "business_verification_status,primary_business_location,whatsapp_business_manager_messaging_limit";

        var account = world.get(world.account() + "?fields=" + names).json();

        for (var name : names.split(",")) {
            assertThat(account.path(name).asText()).as(name).isNotEmpty();
        }
        assertThat(world.get(world.account()).json().path("name").asText()).isNotEmpty();
    }

    @Test
    void isRenamed() {
        assertThat(change("{\"name\":\"Acme\",\"timezone_id\":\"2\"}").text()).isEqualTo("{\"success\":true}");

        var account = world.get(world.account()).json();
        assertThat(account.path("name").asText()).isEqualTo("Acme");
        assertThat(account.path("timezone_id").asText()).isEqualTo("2");
        assertThat(change("{}").errorCode()).isEqualTo(100);
        assertThat(change("{\"timezone_id\":\"Berlin\"}").errorCode()).isEqualTo(100);
    }

    @Test
    @Shows({"G4.1", "G4.2", "G4.3", "G4.4"})
    void tellsTheHealthOfItsTemplates() {
        world.change("{\"templates\":{\"automaticReview\":false}}");
        var id = world.createTemplate("""
                {"name":"hello","language":"en","category":"UTILITY","components":[{"type":"BODY","text":"Your order is here."}]}""").json().path("id").asText();

        var pending = health(id);
        world.review("hello", "\"event\":\"APPROVED\"");
        var approved = health(id);

        assertThat(pending.path("can_send_message").asText()).isEqualTo("BLOCKED");
        assertThat(pending.path("entities").findValuesAsText("entity_type"))
                .containsExactly("MESSAGE_TEMPLATE", "WABA", "BUSINESS", "APP");
        assertThat(pending.path("entities")
                        .path(0)
                        .path("errors")
                        .path(0)
                        .path("possible_solution")
                        .asText())
                .isNotEmpty();
        assertThat(approved.path("can_send_message").asText()).isEqualTo("AVAILABLE");
    }

    private JsonNode health(String id) {
        return world.get(id + "?fields=health_status").json().path("health_status");
    }

    private Answer change(String body) {
        return world.simulator().graph("POST", "/v25.0/" + world.account(), world.token(), body);
    }
}

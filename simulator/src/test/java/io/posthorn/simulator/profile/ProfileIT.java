package io.posthorn.simulator.profile;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ProfileIT {
    @TestHTTPResource
    URI base;

    private TestWorld world;

    @BeforeEach
    void makeWorld() {
        world = new SimulatorClient(base).world();
    }

    @Test
    @Shows({"G3.1", "G3.2", "G3.9"})
    void keepsAProfile() {
        var answer = change("""
                "about":"We sell","address":"1 Main St","description":"Things","email":"a@example.org","vertical":"RETAIL",
                "websites":["https://example.org"],"profile_picture_handle":"%s\"""".formatted(world.handle()));

        var all = read("?fields=about,email,websites,vertical,profile_picture_url");
        assertThat(answer.text()).isEqualTo("{\"success\":true}");
        assertThat(all.path("about").asText()).isEqualTo("We sell");
        assertThat(all.path("websites").path(0).asText()).isEqualTo("https://example.org");
        assertThat(all.path("profile_picture_url").asText()).startsWith("https://");
        assertThat(all.path("messaging_product").asText()).isEqualTo("whatsapp");
        assertThat(all.has("address")).isFalse();
        assertThat(read("?fields=address").path("address").asText()).isEqualTo("1 Main St");
    }

    @ParameterizedTest
    @CsvSource({"about,1,139", "address,0,256", "description,0,256", "email,0,128"})
    @Shows({"G3.3", "G3.4", "G3.5", "G3.6"})
    void keepsTheLimitsOfTexts(String field, int fewest, int most) {
        var end = field.equals("email") ? "@example.org" : "";
        var longest = "x".repeat(most - end.length()) + end;

        assertThat(change(text(field, longest)).status()).isEqualTo(200);
        assertThat(change(text(field, "x" + longest)).errorCode()).isEqualTo(100);
        assertThat(change(text(field, "")).status()).isEqualTo(fewest == 0 ? 200 : 400);
        assertThat(read("").path(field).asText()).hasSize(fewest == 0 ? 0 : most);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "websites":["https://a.example","https://b.example","https://c.example"]
            "websites":["ftp://a.example"]
            "websites":"https://a.example"
            "vertical":"PIRACY"
            "email":"nobody"
            "profile_picture_handle":"4::forged"
            """)
    @Shows({"G3.7", "G3.8", "G3.9"})
    void refusesTheRest(String field) {
        assertThat(change(field).errorCode()).isEqualTo(100);
        assertThat(read("").size()).isEqualTo(1);
    }

    @Test
    @Shows("G3.2")
    void needsTheProduct() {
        var answer = graph("POST", "whatsapp_business_profile", "{\"about\":\"x\"}");

        assertThat(answer.errorCode()).isEqualTo(100);
    }

    @Test
    @Shows({"G7.7", "G7.8", "G7.10", "B5.14"})
    void hasAUsername() {
        try (var sink = new WebhookSink()) {
            world.listen(sink);
            var suggestion = graph("GET", "username_suggestions", null)
                    .json()
                    .path("data")
                    .path(0)
                    .path("username_suggestions")
                    .path(0)
                    .asText();

            var answer = graph("POST", "username", "{\"username\":\"%s\"}".formatted(suggestion));

            assertThat(answer.text()).isEqualTo("{\"success\":true}");
            assertThat(graph("GET", "username", null).json().path("username").asText())
                    .isEqualTo(suggestion);
            await().until(() ->
                    sink.received().stream().anyMatch(each -> each.text().contains("business_username_update")));
            assertThat(graph("DELETE", "username", null).text()).isEqualTo("{\"success\":true}");
            assertThat(graph("DELETE", "username", null).errorCode()).isEqualTo(147005);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ab,                                     147001",
        "Acme,                                   147001",
        "1234,                                   147001",
        "acme-store,                             147001",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa,   147001",
        "whatsapp_help,                          147003"
    })
    @Shows({"G7.9", "F2.147001-147005"})
    void refusesUsernames(String name, int code) {
        assertThat(graph("POST", "username", "{\"username\":\"%s\"}".formatted(name))
                        .errorCode())
                .isEqualTo(code);
    }

    @Test
    void givesAUsernameOnceAndToRegisteredNumbersOnly() {
        var other = world.simulator()
                .control("POST", "/_sim/worlds/" + world.id() + "/numbers", "{}")
                .json()
                .path("id")
                .asText();
        world.simulator().graph("POST", "/v25.0/" + other + "/username", world.token(), "{\"username\":\"acme\"}");

        assertThat(graph("POST", "username", "{\"username\":\"acme\"}").errorCode())
                .isEqualTo(147002);
        graph("POST", "deregister", "{}");
        assertThat(graph("POST", "username", "{\"username\":\"acme.two\"}").errorCode())
                .isEqualTo(147004);
    }

    @Test
    @Shows("G7.16")
    void forgetsContacts() {
        var book = "contact_book?messaging_product=whatsapp&bsuid=";

        assertThat(graph("DELETE", book + "US.900000000000000001", null).text()).isEqualTo("{\"success\":true}");
        assertThat(graph("DELETE", book + "15550002000", null).errorCode()).isEqualTo(100);
    }

    private static String text(String field, String value) {
        return "\"%s\":\"%s\"".formatted(field, value);
    }

    private Answer change(String fields) {
        return graph("POST", "whatsapp_business_profile", "{\"messaging_product\":\"whatsapp\"," + fields + "}");
    }

    private JsonNode read(String query) {
        return graph("GET", "whatsapp_business_profile" + query, null)
                .json()
                .path("data")
                .path(0);
    }

    private Answer graph(String method, String edge, String body) {
        return world.simulator().graph(method, "/v25.0/" + world.number() + "/" + edge, world.token(), body);
    }
}

package io.posthorn.simulator.content;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SendContentIT {
    private static final String CARD = """
            [{"name":{"formatted_name":"Ana Silva","first_name":"Ana","last_name":"Silva"},
              "phones":[{"phone":"+15550003000","type":"WORK","wa_id":"15550003000"},{"phone":"+15550003001"}],
              "emails":[{"email":"ana@example.org","type":"WORK"}],
              "urls":[{"url":"https://example.org","type":"WORK"}],
              "addresses":[{"street":"1 Main St","city":"Lisbon","state":"","zip":"1000","country":"Portugal",
                "country_code":"PT","type":"HOME"}],
              "org":{"company":"Acme","department":"Ops","title":"Lead"},"birthday":"1990-01-31"}]""";

    @TestHTTPResource
    URI base;

    private TestWorld world;

    @BeforeEach
    void makeWorld() {
        world = new SimulatorClient(base).world("\"window\":\"off\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"latitude":"37.44","longitude":"-122.16","name":"Depot","address":"1 Main St"} | Depot
            {"latitude":37.44,"longitude":-122.16}                                          | 37.44, -122.16
            """)
    @Shows({"A4.1", "A4.2", "A4.3", "A4.4"})
    void sendsPlaces(String content, String body) {
        assertThat(send("location", content).status()).isEqualTo(200);

        assertThat(world.captured("").path(0).path("body").asText()).isEqualTo(body);
    }

    @Test
    @Shows({"A5.3", "A5.4", "A5.5", "A5.6", "A5.7", "A5.8", "A5.9"})
    void sendsVisitingCards() {
        var answer = send("contacts", CARD);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var captured = world.captured("").path(0);
        assertThat(captured.path("body").asText()).isEqualTo("Ana Silva");
        assertThat(captured.path("content").path(0).path("birthday").asText()).isEqualTo("1990-01-31");
    }

    @Test
    @Shows("A5.10")
    void sendsManyVisitingCards() {
        var card = "{\"name\":{\"formatted_name\":\"Ana\",\"first_name\":\"Ana\"}}";

        assertThat(send("contacts", "[" + card + ("," + card).repeat(256) + "]").status())
                .isEqualTo(200);
        assertThat(send("contacts", "[" + card + ("," + card).repeat(257) + "]").errorCode())
                .isEqualTo(131009);
    }

    @Test
    @Shows({"A7.1", "A7.2"})
    void reacts() {
        var wamid = world.customerWrites("15550002000", "hello");

        assertThat(send("reaction", "{\"message_id\":\"%s\",\"emoji\":\"👍\"}".formatted(wamid))
                        .status())
                .isEqualTo(200);
        assertThat(send("reaction", "{\"message_id\":\"%s\",\"emoji\":\"\"}".formatted(wamid))
                        .status())
                .isEqualTo(200);
        assertThat(world.captured("").path(0).path("body").asText()).isEqualTo("👍");
    }

    @Test
    @Shows("A7.8")
    void refusesAReactionThatQuotes() {
        var answer = world.post("""
                {"messaging_product":"whatsapp","to":"+15550002000","type":"reaction",
                 "reaction":{"message_id":"wamid.A","emoji":"👍"},"context":{"message_id":"wamid.A"}}""");

        assertThat(answer.errorCode()).isEqualTo(131009);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            location | {"longitude":"1"}                                                    | 131008
            location | {"latitude":"1"}                                                     | 131008
            location | {"latitude":"north","longitude":"1"}                                 | 131009
            location | {"latitude":"91","longitude":"1"}                                    | 131009
            location | {"latitude":"1","longitude":"181"}                                   | 131009
            location | {"latitude":true,"longitude":"1"}                                    | 100
            location | {"latitude":1,"longitude":1,"name":7}                                | 100
            location | {"latitude":1,"longitude":1,"height":7}                              | 100
            location | "here"                                                               | 131008
            contacts | {}                                                                   | 131008
            contacts | []                                                                   | 131009
            contacts | ["Ana"]                                                              | 100
            contacts | [{}]                                                                 | 131008
            contacts | [{"name":{"first_name":"Ana"}}]                                      | 131008
            contacts | [{"name":{"formatted_name":"Ana"}}]                                  | 131008
            contacts | [{"name":{"formatted_name":7,"first_name":"Ana"}}]                   | 100
            contacts | [{"name":{"formatted_name":"A","first_name":"A"},"birthday":"1.1."}] | 131009
            contacts | [{"name":{"formatted_name":"A","first_name":"A"},"phones":{}}]       | 100
            contacts | [{"name":{"formatted_name":"A","first_name":"A"},"fax":"1"}]         | 100
            reaction | {"emoji":"x"}                                                        | 131008
            reaction | {"message_id":"wamid.A"}                                             | 131008
            reaction | {"message_id":"wamid.A","emoji":7}                                   | 100
            reaction | {"message_id":"wamid.A","emoji":"x","color":"red"}                   | 100
            """)
    @Shows({"A4.1", "A5.1", "A5.2", "F2.100", "F2.131008", "F2.131009"})
    void refusesWhatBreaksARule(String type, String content, int code) {
        assertThat(send(type, content).errorCode()).isEqualTo(code);

        assertThat(world.captured("")).isEmpty();
    }

    private Answer send(String type, String content) {
        return world.post("""
                {"messaging_product":"whatsapp","to":"+15550002000","type":"%1$s","%1$s":%2$s}""".formatted(type, content));
    }
}

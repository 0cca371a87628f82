package io.posthorn.simulator.interactive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.SimulatorClient.Answer;
import io.posthorn.simulator.TestWorld;
import io.posthorn.simulator.reference.Shows;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The messages of {@code examples.json} are sent as they are, then with one thing changed at a time: each line of
 * {@code changes.csv} names the example, the place as a JSON pointer, what goes there, and the code that follows.
 */
@QuarkusTest
class SendInteractiveIT {
    private static final String CHANGES = "/io/posthorn/simulator/interactive/changes.csv";
    private static final Pattern REPEATED_ITEMS = Pattern.compile("\\[(\\{.*})\\*(\\d+)]");
    private static final String REPEATED = "(?s)(.*)<(.)\\*(\\d+)>(.*)";

    @TestHTTPResource
    URI base;

    private TestWorld world;

    @BeforeEach
    void makeWorld() {
        world = new SimulatorClient(base).world("\"window\":\"off\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "button",
                "list",
                "cta_url",
                "flow",
                "product",
                "product_list",
                "catalog_message",
                "location_request_message",
                "address_message",
                "contact_request",
                "carousel",
                "carousel of products",
                "voice_call",
                "call_permission_request",
                "order_details",
                "order_status"
            })
    @Shows({
        "A6.1", "A6.4", "A6.6", "A6.15", "A6.27", "A6.31", "A6.39", "A6.42", "A6.47", "A6.50", "A6.52", "A6.54",
        "A6.62", "A6.63", "A6.65", "A6.66", "A6.67", "A6.68", "I2.1"
    })
    void sendsEachKind(String example) {
        var answer = send(example(example));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var captured = world.captured("").path(0);
        assertThat(captured.path("type").asText()).isEqualTo("interactive");
        assertThat(captured.path("content")).isEqualTo(example(example));
    }

    @ParameterizedTest(name = "{0} {1} {2} -> {3}")
    @CsvFileSource(resources = CHANGES, delimiter = '|', quoteCharacter = '~')
    @Shows({
        "A6.1", "A6.2", "A6.3", "A6.4", "A6.5", "A6.7", "A6.8", "A6.9", "A6.10", "A6.11", "A6.12", "A6.13", "A6.14",
        "A6.16", "A6.17", "A6.18", "A6.19", "A6.20", "A6.21", "A6.22", "A6.23", "A6.24", "A6.25", "A6.26", "A6.28",
        "A6.29", "A6.30", "A6.32", "A6.33", "A6.34", "A6.35", "A6.36", "A6.37", "A6.38", "A6.40", "A6.41", "A6.43",
        "A6.44", "A6.45", "A6.46", "A6.47", "A6.48", "A6.49", "A6.51", "A6.53", "A6.55", "A6.56", "A6.57", "A6.58",
        "A6.59", "A6.60", "A6.61", "A6.62", "A6.63", "A6.64", "A6.69", "A11.3", "A11.4", "A11.5", "A11.6", "A11.7",
        "A11.8", "A11.9", "A11.10"
    })
    void keepsEachLimit(String example, String place, String value, int code) throws IOException {
        var message = example(example);
        put(message, place, written(value));

        var answer = send(message);

        assertThat(answer.status() == 200 ? 200 : answer.errorCode())
                .as(answer.text())
                .isEqualTo(code);
        assertThat(world.captured("")).hasSize(code == 200 ? 1 : 0);
    }

    @Test
    @Shows("A6.3")
    void looksForTheFileOfTheHeader() throws IOException {
        var message = example("button");
        put(message, "/header", "{\"type\":\"image\",\"image\":{\"id\":\"%s\"}}".formatted(world.picture()));
        var unknown = example("button");
        put(unknown, "/header", "{\"type\":\"image\",\"image\":{\"id\":\"700000000000000\"}}");

        assertThat(send(message).status()).isEqualTo(200);
        assertThat(send(unknown).errorCode()).isEqualTo(100);
    }

    private Answer send(ObjectNode interactive) {
        return world.post("""
                {"messaging_product":"whatsapp","to":"+15550002000","type":"interactive","interactive":%s}""".formatted(interactive));
    }

    private static ObjectNode example(String name) {
        try (var file = SendInteractiveIT.class.getResourceAsStream("examples.json")) {
            return (ObjectNode) SimulatorClient.JSON.readTree(file).path(name).deepCopy();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** Nothing takes the value away. */
    private static void put(ObjectNode message, String place, String value) throws IOException {
        var end = place.lastIndexOf('/');
        var owner = message.at(place.substring(0, end));
        var name = place.substring(end + 1);
        if (value == null) {
            ((ObjectNode) owner).remove(name);
        } else if (owner.isArray()) {
            ((ArrayNode) owner).set(Integer.parseInt(name), SimulatorClient.JSON.readTree(value));
        } else {
            ((ObjectNode) owner).set(name, SimulatorClient.JSON.readTree(value));
        }
    }

    /** {@code <x*3>} stands for {@code xxx}, and {@code [{...}*3]} for three of the same with {@code #} counted. */
    private static String written(String value) {
        if (value == null) {
            return null;
        }
        var list = REPEATED_ITEMS.matcher(value);
        if (list.matches()) {
            var items = new ArrayList<String>();
            for (var index = 0; index < Integer.parseInt(list.group(2)); index++) {
                items.add(list.group(1).replace("#", Integer.toString(index)));
            }
            return "[" + String.join(",", items) + "]";
        }
        var text = value;
        while (text.matches(REPEATED)) {
            var character = text.replaceFirst(REPEATED, "$2");
            var times = Integer.parseInt(text.replaceFirst(REPEATED, "$3"));
            text = text.replaceFirst(REPEATED, "$1" + character.repeat(times) + "$4");
        }
        return text;
    }
}

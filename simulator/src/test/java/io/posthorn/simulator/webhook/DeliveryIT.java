package io.posthorn.simulator.webhook;

import static io.posthorn.simulator.Patience.await;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.TestWorld;
import io.posthorn.simulator.WebhookSink;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeliveryIT {
    private static final String CUSTOMER = "15550002000";

    @TestHTTPResource
    URI base;

    private final WebhookSink sink = new WebhookSink();
    private SimulatorClient simulator;

    @BeforeEach
    void connect() {
        simulator = new SimulatorClient(base);
    }

    @AfterEach
    void close() {
        sink.close();
    }

    @Test
    void signsTheExactEscapedBytes() {
        var world = subscribed("");

        world.customerWrites(CUSTOMER, "é😀 a/b");

        await().until(() -> !sink.received().isEmpty());
        var received = sink.received().getFirst();
        assertThat(received.isSignedWith(world.secret())).isTrue();
        assertThat(received.isSignedWith("another-secret")).isFalse();
        assertThat(received.text()).contains("\\u00e9\\ud83d\\ude00 a\\/b").doesNotContain("é");
        assertThat(sink.messages().getFirst().path("text").path("body").asText())
                .isEqualTo("é😀 a/b");
    }

    @Test
    void staysSilentWithoutASubscription() {
        var world = simulator.world("\"webhookUrl\":\"%s\"".formatted(sink.url()));

        world.customerWrites(CUSTOMER, "hello");

        await().until(() -> state(world).equals("no-target"));
        assertThat(sink.received()).isEmpty();
    }

    @Test
    void usesTheDefaultCallbackWithoutAnOverride() {
        var world = simulator.world("\"webhookUrl\":\"%s\"".formatted(sink.url()));
        world.subscribe("{}");

        world.customerWrites(CUSTOMER, "hello");

        await().until(() -> sink.messages().size() == 1);
    }

    @Test
    void prefersTheOverrideToTheDefaultCallback() {
        try (var override = new WebhookSink()) {
            var world = simulator.world("\"webhookUrl\":\"%s\"".formatted(sink.url()));
            world.subscribe(override);

            world.customerWrites(CUSTOMER, "hello");

            await().until(() -> override.messages().size() == 1);
            assertThat(sink.received()).isEmpty();
        }
    }

    @Test
    void repeatsTheSameBytesUntilTheyAreAcknowledged() {
        var world = subscribed("\"webhooks\":{\"retryMillis\":20}");
        sink.answers(500, 302, 503, 201);

        world.customerWrites(CUSTOMER, "hello");

        await().until(() -> state(world).equals("delivered"));
        assertThat(sink.received()).hasSize(5);
        assertThat(sink.received().stream().map(WebhookSink.Received::text).distinct())
                .hasSize(1);
        assertThat(world.deliveries().path(0).path("attempts").findValuesAsText("status"))
                .containsExactly("500", "302", "503", "201", "200");
    }

    @Test
    void spacesLaterRetriesByTheWorldsClock() {
        var world = subscribed("\"webhooks\":{\"retryMillis\":3600000}");
        sink.answers(500, 500);

        world.customerWrites(CUSTOMER, "hello");

        await().until(() -> sink.received().size() == 2);
        await().during(300, MILLISECONDS).until(() -> sink.received().size() == 2);
        world.clock("\"advanceSeconds\":3601");
        await().until(() -> state(world).equals("delivered"));
    }

    @Test
    void givesUpAfterSevenDays() {
        var world = subscribed("\"webhooks\":{\"retryMillis\":1000}");
        sink.answers(500, 500, 500);

        world.customerWrites(CUSTOMER, "hello");
        await().until(() -> sink.received().size() == 2);
        world.clock("\"advanceSeconds\":%d".formatted(7 * 24 * 3600 + 60));

        await().until(() -> state(world).equals("given-up"));
    }

    @Test
    void survivesAReceiverThatIsDown() {
        var world = subscribed("\"webhooks\":{\"retryMillis\":20}");
        var url = sink.url();
        sink.close();

        world.customerWrites(CUSTOMER, "hello");

        await().until(() -> state(world).equals("retrying"));
        assertThat(world.deliveries().path(0).path("url").asText()).isEqualTo(url);
        assertThat(world.deliveries()
                        .path(0)
                        .path("attempts")
                        .path(0)
                        .path("error")
                        .asText())
                .contains("Connect");
    }

    @Test
    void refusesNewWorkRatherThanLosingStatuses() {
        var world = subscribed("\"window\":\"off\",\"webhooks\":{\"queueLimit\":10,\"retryMillis\":3600000}");
        sink.close();

        var accepted = IntStream.range(0, 50)
                .filter(call -> world.sendText("+" + CUSTOMER, "hi").status() == 200 && hasLanded(world))
                .count();

        assertThat(accepted).isBetween(3L, 5L);
        assertThat(world.sendText("+" + CUSTOMER, "hi").errorCode()).isEqualTo(2);
        assertThat(world.deliveries().findValuesAsText("state")).doesNotContain("overflow");
    }

    @Test
    void gathersUpdatesOfManyCustomersIntoFewBodies() {
        var world = subscribed("\"webhooks\":{\"lingerMillis\":2000,\"batchSize\":1000}");

        IntStream.range(0, 40).forEach(index -> world.customerWrites("155500020" + (10 + index), "hello"));

        await().until(() -> sink.messages().size() == 40);
        assertThat(sink.received()).hasSizeLessThan(20);
        assertThat(sink.messages().stream()
                        .map(message -> message.path("id").asText())
                        .distinct())
                .hasSize(40);
        assertThat(sink.values().map(value -> value.path("messages").size())).anyMatch(size -> size > 1);
    }

    @Test
    void doublesAndDropsAtTheRatesOfTheWorld() {
        var doubling = subscribed("\"webhooks\":{\"duplicateRate\":1}");
        var dropping = simulator.world("\"webhooks\":{\"dropRate\":1}");
        dropping.subscribe(sink);

        doubling.customerWrites(CUSTOMER, "twice");
        dropping.customerWrites(CUSTOMER, "never");

        await().until(() -> state(dropping).equals("dropped"));
        await().during(200, MILLISECONDS).until(() -> sink.messages().size() == 2);
        assertThat(sink.messages().getFirst()).isEqualTo(sink.messages().getLast());
    }

    @Test
    void reordersAtTheRateOfTheWorld() {
        var world = subscribed("\"webhooks\":{\"reorderRate\":1,\"reorderMillis\":1500,\"lingerMillis\":0}");

        var written = IntStream.range(0, 30)
                .mapToObj(index -> world.customerWrites(CUSTOMER, "m" + index))
                .toList();

        await().until(() -> sink.messages().size() == 30);
        var arrived = sink.messages().stream()
                .map(message -> message.path("id").asText())
                .toList();
        assertThat(arrived).containsExactlyInAnyOrderElementsOf(written).isNotEqualTo(written);
    }

    @Test
    void replaysADelivery() {
        var world = subscribed("");
        world.customerWrites(CUSTOMER, "hello");
        await().until(() -> state(world).equals("delivered"));
        var id = world.deliveries().path(0).path("id").asText();

        var answer = simulator.control("POST", "/_sim/webhooks/" + id + "/replay", null);

        assertThat(answer.json().path("status").asInt()).isEqualTo(200);
        assertThat(sink.received()).hasSize(2);
        assertThat(sink.received().getFirst().text())
                .isEqualTo(sink.received().getLast().text());
    }

    @Test
    void postsOddBodiesOnDemand() {
        var world = subscribed("");
        var path = "/_sim/worlds/" + world.id() + "/webhooks";

        simulator.control("POST", path, "{\"raw\":\"{not json\"}");
        simulator.control("POST", path, "{\"payload\":{\"a\":\"é\"},\"signature\":\"\"}");
        simulator.control("POST", path, "{\"entries\":[],\"signature\":\"sha256=00\"}");
        var both = simulator.control("POST", path, "{\"raw\":\"x\",\"entries\":[]}");

        assertThat(sink.received().get(0).text()).isEqualTo("{not json");
        assertThat(sink.received().get(0).isSignedWith(world.secret())).isTrue();
        assertThat(sink.received().get(1).text()).isEqualTo("{\"a\":\"\\u00e9\"}");
        assertThat(sink.received().get(1).signature()).isNull();
        assertThat(sink.received().get(2).text()).isEqualTo("{\"object\":\"whatsapp_business_account\",\"entry\":[]}");
        assertThat(sink.received().get(2).signature()).isEqualTo("sha256=00");
        assertThat(both.status()).isEqualTo(422);
    }

    private static boolean hasLanded(TestWorld world) {
        await().until(() ->
                world.captured("&limit=1").path(0).path("status").asText().equals("read"));
        return true;
    }

    private TestWorld subscribed(String settings) {
        var world = simulator.world(settings);
        assertThat(world.subscribe(sink).status()).isEqualTo(200);
        return world;
    }

    private static String state(TestWorld world) {
        return world.deliveries().path(0).path("state").asText();
    }
}

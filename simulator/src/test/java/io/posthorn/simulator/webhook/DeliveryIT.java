package io.posthorn.simulator.webhook;

import static io.posthorn.simulator.Patience.await;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.TestWorld;
import io.posthorn.simulator.WebhookSink;
import io.posthorn.simulator.reference.Shows;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    @Shows({"B2.1", "B2.2", "B2.3", "B2.4", "B3.1", "I7.2", "B2.5"})
    void signsTheExactEscapedBytes() {
        var world = subscribed("");

        world.customerWrites(CUSTOMER, "é😀 a/b");

        await().until(() -> !sink.received().isEmpty());
        var received = sink.received().getFirst();
        assertThat(received.isSignedWith(world.secret())).isTrue();
        assertThat(received.isSignedWith("another-secret")).isFalse();
        assertThat(received.legacySignature()).matches("sha1=[0-9a-f]{40}");
        assertThat(received.text()).contains("\\u00e9\\ud83d\\ude00 a\\/b").doesNotContain("é");
        assertThat(sink.messages().getFirst().path("text").path("body").asText())
                .isEqualTo("é😀 a/b");
    }

    @Test
    @Shows({"B5.30", "I7.6"})
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
    @Shows({"I7.5", "B11.7"})
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
    @Shows({"B3.3", "B3.4", "B3.6", "B3.10"})
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
    @Shows({"B3.7", "I7.4"})
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
    @Shows({"B3.8", "B3.9", "I7.4"})
    void givesUpAfterSevenDays() {
        var world = subscribed("\"webhooks\":{\"retryMillis\":1000}");
        sink.answers(500, 500, 500);

        world.customerWrites(CUSTOMER, "hello");
        await().until(() -> sink.received().size() == 2);
        world.clock("\"advanceSeconds\":%d".formatted(7 * 24 * 3600 + 60));

        await().until(() -> state(world).equals("given-up"));
    }

    @Test
    @Shows({"B3.5"})
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
    @Shows({"B3.13"})
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
    @Shows({"B7.13", "I3.5", "I3.8"})
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
    @Shows({"B3.11", "B7.12", "I3.6", "A1.30"})
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
    @Shows("B3.14")
    void usuallyPostsOneChangeAtATime() {
        var world = subscribed("");

        for (var text : new String[] {"one", "two", "three"}) {
            var before = sink.received().size();
            world.customerWrites(CUSTOMER, text);
            await().until(() -> sink.received().size() == before + 1);
        }

        assertThat(sink.messages()).hasSize(3);
        assertThat(world.deliveries().findValuesAsText("updates")).containsOnly("1");
    }

    @Test
    @Shows({"B3.13", "B6.55", "I7.3", "B3.12"})
    void batchesAThousandUpdatesAtMostAndPostsThemSideBySide() {
        var world = subscribed(
                "\"window\":\"off\",\"webhooks\":{\"lingerMillis\":2000,\"batchSize\":1000,\"concurrency\":4}");

        IntStream.range(0, 700).forEach(index -> {
            world.customerWrites(CUSTOMER, "hello");
            if (index % 2 == 0) {
                world.sent("+" + CUSTOMER, "hi");
            }
        });

        await().until(() -> sink.messages().size() == 700 && sink.statuses().size() == 3 * 350);
        var largest = world.deliveries().findValues("updates").stream()
                .mapToInt(JsonNode::asInt)
                .max();
        assertThat(largest.orElseThrow()).isBetween(2, 1000);
        assertThat(sink.values()).anyMatch(value -> value.has("messages") && value.has("statuses"));
    }

    @Test
    @Shows("B3.2")
    void splitsBodiesThatWouldBeTooLarge() {
        var world = subscribed("\"webhooks\":{\"lingerMillis\":2000,\"batchSize\":1000}");
        var longText = "é".repeat(60_000); // six bytes each, once escaped

        IntStream.range(0, 12).forEach(index -> world.customerWrites(CUSTOMER, longText));

        await().until(() -> sink.messages().size() == 12);
        assertThat(sink.received()).allMatch(received -> received.body().length <= 3 * 1024 * 1024);
    }

    @Test
    @Shows("B3.16")
    void distrustsACertificateOfItsOwnMaking(@TempDir Path folder) throws Exception {
        var vertx = Vertx.vertx();
        try {
            var server = vertx.createHttpServer(
                            new HttpServerOptions().setSsl(true).setKeyCertOptions(SelfSigned.certificate(folder)))
                    .requestHandler(request -> request.response().end())
                    .listen(0)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get();
            var world = simulator.world("\"webhookUrl\":\"https://localhost:%d/\"".formatted(server.actualPort()));
            world.subscribe("{}");

            world.customerWrites(CUSTOMER, "hello");

            await().until(() -> state(world).equals("retrying"));
            var attempt = world.deliveries().path(0).path("attempts").path(0);
            assertThat(attempt.path("status").asInt()).isZero();
            assertThat(attempt.path("error").asText()).contains("SSL");
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get();
        }
    }

    @Test
    void findsDeliveriesByStateFieldAndText() {
        var world = subscribed("");
        world.customerWrites(CUSTOMER, "needle");
        world.customerWrites(CUSTOMER, "hay");
        await().until(() -> sink.messages().size() == 2);
        await().until(() -> find(world, "&state=delivered").size() > 0);

        assertThat(find(world, "&contains=needle")).hasSize(1);
        assertThat(find(world, "&field=security")).isEmpty();
        assertThat(find(world, "&state=given-up")).isEmpty();
        assertThat(simulator
                        .control("GET", "/_sim/webhooks?state=lost&world=" + world.id(), null)
                        .status())
                .isEqualTo(422);
    }

    @Test
    void remembersTheLatestDeliveriesOnly() {
        var world = simulator.world();

        IntStream.range(0, 2010).forEach(index -> world.customerWrites(CUSTOMER, "hello"));

        await().until(() -> simulator
                        .control("GET", "/_sim/webhooks?limit=5000&world=" + world.id(), null)
                        .json()
                        .size()
                == 2000);
    }

    @Test
    void replaysAllThatWasFound() {
        var world = subscribed("\"webhooks\":{\"lingerMillis\":0}");
        world.customerWrites(CUSTOMER, "one");
        await().until(() -> sink.messages().size() == 1);

        var answer = simulator.control("POST", "/_sim/webhooks/replay?contains=one&world=" + world.id(), null);

        assertThat(answer.json().path(0).path("status").asInt()).isEqualTo(200);
        assertThat(sink.messages()).hasSize(2);
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

    private JsonNode find(TestWorld world, String query) {
        return simulator
                .control("GET", "/_sim/webhooks?world=" + world.id() + query, null)
                .json();
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

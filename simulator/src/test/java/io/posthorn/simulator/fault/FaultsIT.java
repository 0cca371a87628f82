package io.posthorn.simulator.fault;

import static io.posthorn.simulator.Patience.LIMIT;
import static io.posthorn.simulator.Patience.await;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.TestWorld;
import io.posthorn.simulator.WebhookSink;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class FaultsIT {
    private static final String TO = "+15550002000";

    @TestHTTPResource
    URI base;

    private TestWorld world;

    @BeforeEach
    void makeWorld() {
        world = new SimulatorClient(base).world("\"window\":\"off\"");
    }

    @Test
    void refusesAsOftenAsPlanned() {
        world.fault("\"kind\":\"error\",\"code\":131056,\"count\":2,\"details\":\"slow down\"");

        var codes = IntStream.range(0, 3)
                .mapToObj(call -> world.sendText(TO, "hi").errorCode())
                .toList();

        assertThat(codes).containsExactly(131056, 131056, -1);
        assertThat(world.captured("")).hasSize(1);
    }

    @Test
    void tellsTheErrorAsMetaDoes() {
        world.fault("\"kind\":\"error\",\"code\":190,\"subcode\":463,\"transient\":true,\"details\":\"expired\"");

        var answer = world.sendText(TO, "hi");

        var error = answer.json().path("error");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(error.path("error_subcode").asInt()).isEqualTo(463);
        assertThat(error.path("is_transient").asBoolean()).isTrue();
        assertThat(error.path("error_data").path("details").asText()).isEqualTo("expired");
    }

    @ParameterizedTest
    @CsvSource({"'\"status\":502,\"body\":\"<html>\"', 502, <html>", "'\"status\":503', 503, ''"})
    void answersWithoutAGraphErrorToo(String plan, int status, String text) {
        world.fault("\"kind\":\"error\"," + plan);

        var answer = world.sendText(TO, "hi");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"reset-before, 0", "reset-after, 1"})
    void breaksTheConnection(String kind, int accepted) {
        world.fault("\"kind\":\"%s\"".formatted(kind));

        var failure = catchThrowable(() -> world.tryPost(TO, LIMIT));

        assertThat(failure).isInstanceOf(IOException.class).isNotInstanceOf(HttpTimeoutException.class);
        await().during(100, MILLISECONDS).until(() -> world.captured("").size() == accepted);
    }

    @ParameterizedTest
    @CsvSource({"timeout-before, 0", "timeout-after, 1"})
    void neverAnswers(String kind, int accepted) {
        world.fault("\"kind\":\"%s\"".formatted(kind));

        var asking = Thread.startVirtualThread(() -> catchThrowable(() -> world.tryPost(TO, LIMIT)));

        await().until(() -> world.captured("").size() == accepted);
        await().during(500, MILLISECONDS).until(asking::isAlive);
        assertThat(world.captured("")).hasSize(accepted);
    }

    @Test
    void answersLate() throws IOException {
        world.fault("\"kind\":\"delay\",\"delayMillis\":400");
        var started = System.nanoTime();

        var answer = world.tryPost(TO, LIMIT);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThan(Duration.ofMillis(390));
    }

    @Test
    void strikesOnlyItsRecipientAndItsWorld() {
        var other = world.simulator().world("\"window\":\"off\"");
        world.fault("\"kind\":\"error\",\"code\":131026,\"recipient\":\"%s\",\"count\":9".formatted(TO));

        assertThat(world.sendText(TO, "hi").errorCode()).isEqualTo(131026);
        assertThat(world.sendText("+15550002001", "hi").status()).isEqualTo(200);
        assertThat(other.sendText(TO, "hi").status()).isEqualTo(200);
    }

    @Test
    void strikesOtherCallsOnlyWhenPlannedForThem() {
        world.fault("\"kind\":\"error\",\"code\":131016");
        var untouched = world.subscribe("{}");
        world.fault("\"kind\":\"error\",\"code\":131005,\"on\":\"subscribed_apps\"");

        var struck = world.subscribe("{}");

        assertThat(untouched.status()).isEqualTo(200);
        assertThat(struck.errorCode()).isEqualTo(131005);
    }

    @Test
    void strikesWithAProbability() {
        world.fault("\"kind\":\"error\",\"code\":131000,\"probability\":0.5");

        var refused = IntStream.range(0, 100)
                .filter(call -> world.sendText(TO, "hi").status() != 200)
                .count();

        assertThat(refused).isBetween(25L, 75L);
    }

    @Test
    void failsLaterDropsAndDoublesWebhooks() {
        try (var sink = new WebhookSink()) {
            world.subscribe(sink);
            world.fault("\"kind\":\"fail-later\",\"code\":131026");
            var failed = world.sent(TO, "fails");
            await().until(() -> sink.statusesOf(failed).equals(List.of("failed")));

            world.fault("\"kind\":\"webhook-drop\",\"recipient\":\"%s\"".formatted(TO));
            world.fault("\"kind\":\"webhook-duplicate\",\"recipient\":\"%s\"".formatted(TO));
            var wamid = world.sent(TO, "loses sent, doubles delivered");

            await().until(() -> sink.statusesOf(wamid).contains("read"));
            assertThat(sink.statusesOf(wamid)).containsExactly("delivered", "delivered", "read");
        }
    }

    @Test
    void listsAndForgetsFaults() {
        world.fault("\"kind\":\"error\",\"code\":131000");
        world.sendText(TO, "hi");

        var listed = world.simulator()
                .control("GET", "/_sim/faults?world=" + world.id(), null)
                .json();
        world.fault("\"kind\":\"error\",\"code\":131000");
        world.simulator().control("DELETE", "/_sim/faults?world=" + world.id(), null);

        assertThat(listed.path(0).path("struck").asInt()).isEqualTo(1);
        assertThat(listed.path(0).path("left").asInt()).isZero();
        assertThat(world.sendText(TO, "hi").status()).isEqualTo(200);
    }
}

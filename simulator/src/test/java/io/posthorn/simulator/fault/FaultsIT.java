package io.posthorn.simulator.fault;

import static io.posthorn.simulator.Patience.LIMIT;
import static io.posthorn.simulator.Patience.await;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.TestWorld;
import io.posthorn.simulator.WebhookSink;
import io.posthorn.simulator.reference.Shows;
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
import org.junit.jupiter.params.provider.ValueSource;

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
    @Shows({"I4.2"})
    void refusesAsOftenAsPlanned() {
        world.fault("\"kind\":\"error\",\"code\":131056,\"count\":2,\"details\":\"slow down\"");

        var codes = IntStream.range(0, 3)
                .mapToObj(call -> world.sendText(TO, "hi").errorCode())
                .toList();

        assertThat(codes).containsExactly(131056, 131056, -1);
        assertThat(world.captured("")).hasSize(1);
    }

    @Test
    @Shows({"F1.1", "F1.2", "F1.3", "F1.4"})
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
    @Shows({"I9.4"})
    void answersWithoutAGraphErrorToo(String plan, int status, String text) {
        world.fault("\"kind\":\"error\"," + plan);

        var answer = world.sendText(TO, "hi");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"reset-before, 0", "reset-after, 1"})
    @Shows({"I9.6"})
    void breaksTheConnection(String kind, int accepted) {
        world.fault("\"kind\":\"%s\"".formatted(kind));

        var failure = catchThrowable(() -> world.tryPost(TO, LIMIT));

        assertThat(failure).isInstanceOf(IOException.class).isNotInstanceOf(HttpTimeoutException.class);
        await().during(100, MILLISECONDS).until(() -> world.captured("").size() == accepted);
    }

    @ParameterizedTest
    @CsvSource({"timeout-before, 0", "timeout-after, 1"})
    @Shows({"I9.5"})
    void neverAnswers(String kind, int accepted) {
        world.fault("\"kind\":\"%s\"".formatted(kind));

        var asking = Thread.startVirtualThread(() -> catchThrowable(() -> world.tryPost(TO, LIMIT)));

        await().until(() -> world.captured("").size() == accepted);
        await().during(500, MILLISECONDS).until(asking::isAlive);
        assertThat(world.captured("")).hasSize(accepted);
    }

    @Test
    @Shows({"I9.7"})
    void answersLate() throws IOException {
        world.fault("\"kind\":\"delay\",\"delayMillis\":400");
        var started = System.nanoTime();

        var answer = world.tryPost(TO, LIMIT);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThan(Duration.ofMillis(390));
    }

    @Test
    @Shows({"I4.9"})
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
    @Shows({"B7.13", "B7.15", "I3.4", "I3.5", "I3.8", "F1.13"})
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
    @Shows({"F1.5", "F1.9", "I9.1"})
    void speaksTheLanguageOfTheTokensUser() {
        world.fault("""
                "kind":"error","code":131009,"error":{"userTitle":"Ungültiger Wert","userMessage":"Bitte prüfen"}""");

        var error = world.sendText(TO, "hi").json().path("error");

        assertThat(error.path("error_user_title").asText()).isEqualTo("Ungültiger Wert");
        assertThat(error.path("error_user_msg").asText()).isEqualTo("Bitte prüfen");
        assertThat(error.path("code").asInt()).isEqualTo(131009);
    }

    @Test
    @Shows({"F1.6", "I9.2"})
    void leavesOutWhatCannotBeReliedOn() {
        world.fault("""
                "kind":"error","code":131009,"subcode":2494010,"details":"x",
                "error":{"omit":["error_subcode","error_data","fbtrace_id"]}""");

        var error = world.sendText(TO, "hi").json().path("error");

        assertThat(error.fieldNames()).toIterable().containsExactlyInAnyOrder("message", "type", "code");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {"\"just a text\"", "{\"blame_field_specs\":[[\"to\"]]}"})
    @Shows({"F1.7", "F1.8", "I9.3"})
    void tellsDataInOtherShapes(String data) throws IOException {
        world.fault("\"kind\":\"error\",\"code\":100,\"error\":{\"data\":%s}".formatted(data));

        var error = world.sendText(TO, "hi").json().path("error");

        assertThat(error.path("error_data")).isEqualTo(SimulatorClient.JSON.readTree(data));
    }

    @Test
    @Shows("F1.11")
    void answersWithAnotherStatusThanTheTableHas() {
        world.fault("\"kind\":\"error\",\"code\":130429,\"status\":429");

        var answer = world.sendText(TO, "hi");

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.errorCode()).isEqualTo(130429);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"kind\":\"error\",\"code\":1,\"error\":{\"data\":7}",
                "\"kind\":\"error\",\"code\":1,\"error\":{\"omit\":[\"code\"]}",
                "\"kind\":\"webhook-delay\"",
                "\"kind\":\"error\",\"code\":1,\"forSeconds\":0"
            })
    void refusesPlansThatMakeNoSense(String plan) {
        assertThat(world.fault(plan).status()).isEqualTo(422);
        assertThat(world.sendText(TO, "hi").status()).isEqualTo(200);
    }

    @Test
    @Shows("I9.4")
    void stormsForAWhileOfTheWorldsClock() {
        world.clock("\"frozen\":true");
        world.fault("\"kind\":\"error\",\"status\":503,\"on\":\"any\",\"forSeconds\":60");

        var during = IntStream.range(0, 20).map(call -> world.sendText(TO, "hi").status());
        assertThat(during).containsOnly(503);
        world.clock("\"advanceSeconds\":59");
        assertThat(world.get(world.number()).status()).isEqualTo(503);
        world.clock("\"advanceSeconds\":1");
        assertThat(world.sendText(TO, "hi").status()).isEqualTo(200);
    }

    @Test
    @Shows("F2.190")
    void lendsAnExpiredTokenToAllCalls() {
        world.fault("\"kind\":\"error\",\"code\":190,\"subcode\":463,\"on\":\"any\",\"count\":2");

        var send = world.sendText(TO, "hi");
        var read = world.get(world.number());

        assertThat(send.status()).isEqualTo(401);
        assertThat(read.json().path("error").path("error_subcode").asInt()).isEqualTo(463);
        assertThat(world.get(world.number()).status()).isEqualTo(200);
    }

    @Test
    @Shows("I4.11")
    void strikesTheSameCallsUnderTheSameSeed() {
        var first = strikesOf("\"seed\":7");
        var second = strikesOf("\"seed\":7");
        var other = strikesOf("\"seed\":8");

        assertThat(first).isEqualTo(second).isNotEqualTo(other).contains(200, 500);
    }

    @Test
    @Shows({"I3.7", "I4.12"})
    void delaysWebhooksByTheWorldsClock() {
        try (var sink = new WebhookSink()) {
            world.subscribe(sink);
            world.fault("\"kind\":\"webhook-delay\",\"delayMillis\":600000");

            var late = world.customerWrites("15550002000", "late");
            var soon = world.customerWrites("15550002000", "soon");
            await().until(() -> sink.messages().size() == 1);
            world.clock("\"advanceSeconds\":601");

            await().until(() -> sink.messages().size() == 2);
            assertThat(sink.messages().stream()
                            .map(message -> message.path("id").asText()))
                    .containsExactly(soon, late);
        }
    }

    @Test
    @Shows({"B3.11", "I3.6"})
    void letsTheNextUpdateOvertake() {
        try (var sink = new WebhookSink()) {
            world.change("{\"webhooks\":{\"concurrency\":1}}");
            world.subscribe(sink);
            world.fault("\"kind\":\"webhook-reorder\",\"delayMillis\":600000");

            var first = world.customerWrites("15550002000", "first");
            var second = world.customerWrites("15550002000", "second");

            await().until(() -> sink.messages().size() == 2);
            assertThat(sink.messages().stream()
                            .map(message -> message.path("id").asText()))
                    .containsExactly(second, first);
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

    private List<Integer> strikesOf(String seed) {
        var seeded = world.simulator().world("\"window\":\"off\"," + seed);
        seeded.fault("\"kind\":\"error\",\"status\":500,\"probability\":0.5");
        return IntStream.range(0, 40)
                .mapToObj(call -> seeded.sendText(TO, "hi").status())
                .toList();
    }
}

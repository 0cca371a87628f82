package io.posthorn.simulator.page;

import static io.posthorn.simulator.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.TestWorld;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PageIT {
    @TestHTTPResource
    URI base;

    private SimulatorClient simulator;

    @BeforeEach
    void connect() {
        simulator = new SimulatorClient(base);
    }

    @ParameterizedTest
    @CsvSource({
        "/,              text/html",
        "/_sim/,         text/html",
        "/_sim/page.js,  text/javascript",
        "/_sim/page.css, text/css"
    })
    void isServedUnderAStrictPolicy(String path, String type) {
        var answer = simulator.raw("GET", path, new byte[0]);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo(type + "; charset=utf-8");
        assertThat(header(answer, "Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void needsNothingFromElsewhereAndWritesNoMarkup() {
        var page = text("/");
        var script = text("/_sim/page.js");
        var style = text("/_sim/page.css");

        assertThat(page + style).doesNotContain("http:", "https:", "style=", "onclick");
        assertThat(script)
                .doesNotContain("innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(", "http:");
        assertThat(style).doesNotContain("margin-left", "margin-right", "padding-left", "text-align: left", "url(");
        assertThat(page).contains("aria-live", "lang=\"en\"", "name=\"viewport\"", "dir=\"auto\"");
    }

    @Test
    void streamsAChangeWhenACustomerWritesAndWhenTheMessageIsAnswered() throws Exception {
        var world = simulator.world("\"window\":\"off\"");
        var lines = new CopyOnWriteArrayList<String>();
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(base.resolve("/_sim/stream?world=" + world.id()))
                    .build();
            var answer = http.sendAsync(request, BodyHandlers.ofLines()).thenAccept(response -> {
                assertThat(header(response, "Content-Type")).isEqualTo("text/event-stream");
                response.body().forEach(lines::add);
            });

            await().until(() -> changes(lines) == 1);
            world.customerWrites("15550002000", "hello");
            await().until(() -> changes(lines) >= 2);
            var before = changes(lines);
            world.sendText("+15550002000", "hi");
            await().until(() -> changes(lines) > before);

            assertThat(lines).filteredOn(line -> line.startsWith("data:")).allMatch(line -> line.contains(world.id()));
            answer.cancel(true);
            http.shutdownNow();
        }
    }

    @Test
    void hasNoStreamOfAWorldThatIsNot() {
        assertThat(simulator
                        .raw("GET", "/_sim/stream?world=nowhere", new byte[0])
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void showsAllThatThePageAsksFor() {
        TestWorld world = simulator.world("\"window\":\"off\"");
        world.customerWrites("15550002000", "<b>hello</b>");
        world.sendText("+15550002000", "hi");

        for (var path : List.of(
                "/_sim/worlds",
                "/_sim/worlds/" + world.id() + "/numbers",
                "/_sim/messages?world=" + world.id() + "&limit=300",
                "/_sim/webhooks?world=" + world.id() + "&limit=40",
                "/_sim/customers/15550002000/messages?world=" + world.id())) {
            assertThat(simulator.control("GET", path, null).json()).as(path).isNotEmpty();
        }
    }

    private String text(String path) {
        return new String(simulator.raw("GET", path, new byte[0]).body(), StandardCharsets.UTF_8);
    }

    private static int changes(List<String> lines) {
        return (int) lines.stream().filter("event: change"::equals).count();
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}

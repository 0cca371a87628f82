package io.posthorn.simulator.link;

import static io.posthorn.simulator.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.simulator.Files;
import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.TestWorld;
import io.posthorn.simulator.WebhookSink;
import io.posthorn.simulator.reference.Shows;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class FetchedLinksIT {
    private static final String AT_ONCE = """
            "window":"off","statuses":{"sentAfterMillis":0,"deliveredAfterMillis":0,"readAfterMillis":0}""";

    @TestHTTPResource
    URI base;

    private FileHost host;

    @BeforeEach
    void open() {
        host = new FileHost();
        host.give("/picture", "image/png", Files.PNG);
        host.give("/page", "text/html", "<html>".getBytes());
        host.give("/liar", "image/png", "<html>".getBytes());
        host.give("/untyped", "", Files.PNG);
        host.give("/empty", "image/png", new byte[0]);
        host.give("/large", "image/png", Files.png(5 * 1024 * 1024 + 1));
        host.give("/largest", "image/png", Files.png(5 * 1024 * 1024));
        host.give("/sticker", "image/webp", Files.webp());
        host.give("/document", "application/pdf", Files.PDF);
        host.redirect("/moved", "/picture");
        host.redirect("/elsewhere", host.url("/moved"));
        host.redirect("/circle", "/circle");
        host.redirect("/nowhere", "file:///etc/hostname");
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    @Shows("A3.18")
    void isFetchedAnewAfterTenMinutesOrWithAnotherQueryString() {
        var world = fetchingWorld();
        world.clock("\"frozen\":true");

        arrives(world, "image", host.url("/picture"));
        arrives(world, "image", host.url("/picture"));
        world.clock("\"advanceSeconds\":599");
        arrives(world, "image", host.url("/picture"));
        assertThat(host.requests()).containsExactly("/picture");

        arrives(world, "image", host.url("/picture?v=2"));
        assertThat(host.requests()).containsExactly("/picture", "/picture?v=2");

        world.clock("\"advanceSeconds\":1");
        arrives(world, "image", host.url("/picture"));
        assertThat(host.requests()).containsExactly("/picture", "/picture?v=2", "/picture");
    }

    @ParameterizedTest
    @CsvSource({"image,/largest", "image,/elsewhere", "sticker,/sticker", "document,/document"})
    @Shows("A3.18")
    void arrivesWhenItIsWhatItShouldBe(String type, String path) {
        arrives(fetchingWorld(), type, host.url(path));

        assertThat(host.requests()).startsWith(path);
    }

    @ParameterizedTest
    @CsvSource({
        "image,/gone,http code 404",
        "image,/page,mime type text/html",
        "image,/untyped,mime type",
        "image,/document,mime type application/pdf",
        "document,/picture,mime type image/png",
        "image,/liar,not of the type image/png",
        "image,/empty,empty",
        "image,/large,5242881 bytes",
        "image,/circle,http code 302",
        "image,/nowhere,failed with",
    })
    @Shows("A3.19")
    void isAcceptedAndFailsLaterWhenItIsNot(String type, String path, String reason) {
        failsLater("""
                "type":"%1$s","%1$s":{"link":"%2$s"}""".formatted(type, host.url(path)), reason);
    }

    @Test
    @Shows("A3.19")
    void isAcceptedAndFailsLaterWhenNobodyAnswers() {
        host.close();

        failsLater("""
                "type":"image","image":{"link":"%s"}""".formatted(host.url("/picture")), "failed with");
    }

    @Test
    @Shows("A3.19")
    void failsWithTheFileOfItsHeader() {
        failsLater("""
                "type":"interactive","interactive":{"type":"button","body":{"text":"Well?"},
                "header":{"type":"image","image":{"link":"%s"}},
                "action":{"buttons":[{"type":"reply","reply":{"id":"yes","title":"Yes"}}]}}""".formatted(host.url("/gone")), "http code 404");
    }

    @Test
    void isTriedAgainAfterAFailure() {
        var world = fetchingWorld();
        becomes(world, send(world, "image", host.url("/late")), "failed");
        host.give("/late", "image/png", Files.PNG);

        arrives(world, "image", host.url("/late"));

        assertThat(host.requests()).containsExactly("/late", "/late");
    }

    @Test
    void isBelievedUnlessAWorldIsToldToFetch() {
        var world = new SimulatorClient(base).world(AT_ONCE);

        arrives(world, "image", host.url("/gone"));

        assertThat(host.requests()).isEmpty();
    }

    private TestWorld fetchingWorld() {
        return new SimulatorClient(base).world(AT_ONCE + ",\"fetchLinks\":true");
    }

    private void failsLater(String message, String reason) {
        try (var sink = new WebhookSink()) {
            var world = fetchingWorld();
            world.listen(sink);

            var wamid = sent(world, message);

            await().until(() -> sink.statusesOf(wamid).equals(List.of("failed")));
            var error = sink.statuses().getLast().at("/errors/0");
            assertThat(error.path("code").asInt()).isEqualTo(131053);
            assertThat(error.at("/error_data/details").asText()).contains(reason);
        }
    }

    private static void arrives(TestWorld world, String type, String link) {
        becomes(world, send(world, type, link), "read");
    }

    private static void becomes(TestWorld world, String wamid, String status) {
        await().until(() ->
                status.equals(world.captured("&wamid=" + wamid).at("/0/status").asText()));
    }

    private static String send(TestWorld world, String type, String link) {
        return sent(world, """
                "type":"%1$s","%1$s":{"link":"%2$s"}""".formatted(type, link));
    }

    private static String sent(TestWorld world, String message) {
        var answer = world.post("""
                {"messaging_product":"whatsapp","to":"+15550002000",%s}""".formatted(message));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().at("/messages/0/id").asText();
    }
}

package io.posthorn.telemetry.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReporterTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private HttpServer sentry;
    private Reporter reporter;
    private volatile int answer = 200;

    @BeforeEach
    void startSentry() throws IOException {
        sentry = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        sentry.createContext("/base/api/42/envelope/", exchange -> {
            authorizations.add(exchange.getRequestHeaders().getFirst("X-Sentry-Auth"));
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        sentry.start();
        var dsn = URI.create("http://public@127.0.0.1:%d/base/42"
                .formatted(sentry.getAddress().getPort()));
        reporter = new Reporter(ReportAddress.of(dsn), "a-service", "production", new Quota(3));
    }

    @AfterEach
    void stopSentry() {
        reporter.close();
        sentry.stop(0);
    }

    @Test
    void tellsOfAnErrorWithoutWhatNamesAnybody() {
        reporter.publish(error("Message to +14155552671 was lost", failure("for ana@example.com"), 0));

        await().atMost(PATIENCE).until(() -> received.size() == 1);
        var lines = received.getFirst().split("\n");
        var event = new JsonObject(lines[2]);
        assertThat(new JsonObject(lines[1]).getInteger("length"))
                .isEqualTo(lines[2].getBytes(StandardCharsets.UTF_8).length);
        assertThat(new JsonObject(lines[0]).getString("event_id")).isEqualTo(event.getString("event_id"));
        assertThat(authorizations.getFirst()).contains("sentry_key=public");
        assertThat(event.getJsonObject("message").getString("formatted")).isEqualTo("Message to [number] was lost");
        assertThat(event.getJsonObject("tags").getString("service")).isEqualTo("a-service");
        var exception = event.getJsonObject("exception").getJsonArray("values").getJsonObject(0);
        assertThat(exception.getString("type")).isEqualTo("java.lang.IllegalStateException");
        assertThat(exception.getString("value")).isEqualTo("for [email]");
        assertThat(exception.getJsonObject("stacktrace").getJsonArray("frames")).isNotEmpty();
    }

    @Test
    void reportsAGroupOnceAMinuteAndSaysHowManyItLeftOut() {
        for (int at = 0; at < 10; at++) {
            reporter.publish(error("Message %d was lost".formatted(at), failure("x" + at), at));
        }
        await().atMost(PATIENCE).until(() -> received.size() == 1);

        reporter.publish(error("Message 11 was lost", failure("x"), 60_001));

        await().atMost(PATIENCE).until(() -> received.size() == 2);
        assertThat(new JsonObject(received.getLast().split("\n")[2])
                        .getJsonObject("extra")
                        .getInteger("repeated"))
                .isEqualTo(9);
    }

    @Test
    void leavesOutWhatIsNoError() {
        var warning = error("Slow", null, 0);
        warning.setLevel(Level.WARNING);

        reporter.publish(warning);
        reporter.publish(error("Broken", null, 0));

        await().atMost(PATIENCE).until(() -> !received.isEmpty());
        assertThat(received).hasSize(1).first().asString().contains("Broken");
    }

    @Test
    void keepsToItsQuotaAndIsSilentWhenAsked() {
        var quota = new Quota(3);

        assertThat(quota.admit("a", 0)).hasValue(0);
        assertThat(quota.admit("a", 1)).isEmpty();
        assertThat(quota.admit("b", 1)).hasValue(0);
        assertThat(quota.admit("c", 1)).hasValue(0);
        assertThat(quota.admit("d", 1)).isEmpty();
        quota.rest(120_000);
        assertThat(quota.admit("a", 60_000)).isEmpty();
        assertThat(quota.admit("a", 120_000)).hasValue(2);
    }

    @Test
    void refusesAnAddressThatIsNone() {
        assertThatThrownBy(() -> ReportAddress.of(URI.create("https://example.com/42")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(ReportAddress.of(URI.create("https://key@o1.example.com/42")).envelopes())
                .isEqualTo(URI.create("https://o1.example.com/api/42/envelope/"));
    }

    private static IllegalStateException failure(String message) {
        return new IllegalStateException(message);
    }

    private static ExtLogRecord error(String message, Throwable thrown, long millis) {
        var record =
                new ExtLogRecord(org.jboss.logmanager.Level.ERROR, message, ExtLogRecord.FormatStyle.NO_FORMAT, "Test");
        record.setLoggerName("io.posthorn.Test");
        record.setThrown(thrown);
        record.setInstant(java.time.Instant.ofEpochMilli(millis));
        return record;
    }
}

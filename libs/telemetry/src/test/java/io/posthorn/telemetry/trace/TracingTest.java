package io.posthorn.telemetry.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TracingTest {
    private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final String OTHER = "00-1af7651916cd43dd8448eb211c80319c-c7ad6b7169203331-01";

    private final List<String> collected = new CopyOnWriteArrayList<>();
    private HttpServer collector;

    @BeforeEach
    void startCollector() throws IOException {
        collector = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            collected.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
    }

    @AfterEach
    void stopCollector() {
        collector.stop(0);
    }

    @Test
    void passesATraceOnWhereNobodyCollects() {
        try (var tracing = tracing(Optional.empty(), 1)) {
            var span = tracing.begin("GET /things", Span.Kind.SERVER, PARENT);
            span.note("http.response.status_code", 200).failed("Gone").end();

            assertThat(span.traceParent()).isEqualTo(PARENT);
            assertThat(TraceParent.of(
                            tracing.begin("x", Span.Kind.SERVER, "malformed").traceParent()))
                    .isPresent();
        }
        assertThat(collected).isEmpty();
    }

    @Test
    void recordsSpansOfTheSameTraceAndLinksOthers() {
        Span span;
        try (var tracing = tracing(Optional.of(endpoint()), 1)) {
            span = tracing.begin("journal", Span.Kind.CONSUMER, PARENT, List.of(OTHER));
            span.named("webhooks").note("webhooks", 2).failed("IOException").end();
        }

        var parent = TraceParent.of(span.traceParent()).orElseThrow();
        assertThat(parent.traceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(parent.spanId()).isNotEqualTo("b7ad6b7169203331");
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(String.join("", collected))
                .contains("a-service", "webhooks", "error.type", "IOException")
                .contains(bytes("0af7651916cd43dd8448eb211c80319c"), bytes("1af7651916cd43dd8448eb211c80319c")));
    }

    @Test
    void leavesOutWhatTheRatioLeavesOut() {
        try (var tracing = tracing(Optional.of(endpoint()), 0)) {
            var span = tracing.begin("GET /things", Span.Kind.SERVER, PARENT);
            span.end();

            assertThat(span.traceParent())
                    .startsWith("00-0af7651916cd43dd8448eb211c80319c")
                    .endsWith("-00");
        }
        assertThat(collected).isEmpty();
    }

    private URI endpoint() {
        return URI.create("http://127.0.0.1:" + collector.getAddress().getPort());
    }

    private static String bytes(String hex) {
        return new String(java.util.HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
    }

    private static Tracing tracing(Optional<URI> endpoint, double ratio) {
        return new Tracing(
                new TracingConfig() {
                    @Override
                    public Optional<URI> endpoint() {
                        return endpoint;
                    }

                    @Override
                    public double sampleRatio() {
                        return ratio;
                    }
                },
                "a-service");
    }
}

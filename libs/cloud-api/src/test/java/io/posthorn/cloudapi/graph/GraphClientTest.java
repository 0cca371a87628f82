package io.posthorn.cloudapi.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.posthorn.cloudapi.FakeMeta;
import io.posthorn.cloudapi.error.CloudApiException;
import io.posthorn.cloudapi.error.CloudApiException.Kind;
import io.posthorn.cloudapi.observing.CallListener;
import io.posthorn.cloudapi.observing.MeteredCalls;
import io.posthorn.cloudapi.observing.TraceHeaders;
import io.posthorn.cloudapi.part.Json;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphClientTest {
    private static final String NUMBER = "400000000000001";
    private static final Credentials CREDENTIALS = new Credentials("EAAG-very-secret");
    private static final RetryPolicy FAST = new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(2));
    private static final String DOWN = "{\"error\":{\"message\":\"down\",\"code\":2,\"is_transient\":true}}";

    private final Vertx vertx = Vertx.vertx();
    private final FakeMeta meta = new FakeMeta(vertx.getDelegate());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicLong nanos = new AtomicLong();
    private final CloudApiConfig config = new CloudApiConfig(meta.url(), "v25.0", Duration.ofSeconds(60)).with(FAST);

    @AfterEach
    void close() {
        meta.close();
        vertx.closeAndAwait();
    }

    @Test
    void repeatsAReadUntilMetaIsBack() {
        var calls = new AtomicInteger();
        meta.behaves(request -> {
            var back = calls.incrementAndGet() == 3;
            request.response().setStatusCode(back ? 200 : 503).end(back ? "{\"id\":\"1\"}" : DOWN);
        });

        var answer = await(client().call(aRead()));

        assertThat(answer.text("id")).isEqualTo("1");
        assertThat(meta.requests()).hasSize(3);
        assertThat(meters.counter("posthorn.meta.calls.repeated", "operation", "number_read")
                        .count())
                .isEqualTo(2);
    }

    @Test
    void givesAReadUpAfterItsAttempts() {
        meta.answers(503, DOWN);

        var failure = failureOf(client(), aRead());

        assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
        assertThat(meta.requests()).hasSize(3);
    }

    @Test
    void repeatsAReadWithoutAnAnswerToo() {
        meta.behaves(request -> request.connection().close());

        var failure = failureOf(client(), aRead());

        assertThat(failure.kind()).isEqualTo(Kind.NO_ANSWER);
        assertThat(meta.requests()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"400, 100", "401, 190", "400, 4", "400, 131031"})
    void repeatsNothingThatTheTableForbids(int status, int code) {
        meta.answers(status, "{\"error\":{\"message\":\"no\",\"code\":%d}}".formatted(code));

        failureOf(client(), aRead());

        assertThat(meta.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"503, 2", "500, 131000", "504, -"})
    void neverRepeatsAMessage(int status, String code) {
        meta.answers(status, code.equals("-") ? "" : "{\"error\":{\"message\":\"no\",\"code\":%s}}".formatted(code));

        failureOf(client(), aSend());

        assertThat(meta.requests()).hasSize(1);
    }

    @Test
    void repeatsAWriteThatDoesNoHarmTwice() {
        meta.behaves(request -> request.connection().close());

        failureOf(client(), aSend().harmlessTwice());

        assertThat(meta.requests()).hasSize(3);
    }

    @Test
    void holdsTheCallsOfANumberBackWhenMetaDoesNotAnswerThem() {
        meta.answers(503, "");
        var client = client();
        for (var call = 0; call < 4; call++) {
            failureOf(client, aSend());
        }

        var failure = failureOf(client, aSend());

        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure.mayBeRepeated()).isTrue();
        assertThat(meta.requests()).hasSize(4);
        assertThat(client.breaker(NUMBER)).isEqualTo(Breaker.State.OPEN);
        assertThat(meters.get("posthorn.meta.numbers.held.back").gauge().value())
                .isEqualTo(1);
        assertThat(meters.get("posthorn.meta.calls")
                        .tag("outcome", "held_back")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void leavesOtherNumbersAlone() {
        meta.answers(503, "");
        var client = client();
        for (var call = 0; call < 4; call++) {
            failureOf(client, aSend());
        }
        meta.answers(200, "{\"id\":\"1\"}");

        assertThat(await(client.call(aSend().ofNumber("400000000000002"))).httpStatus())
                .isEqualTo(200);
        assertThat(client.breaker("400000000000002")).isEqualTo(Breaker.State.CLOSED);
    }

    @Test
    void sendsAgainOnceMetaIsBack() {
        meta.answers(503, "");
        var client = client();
        for (var call = 0; call < 4; call++) {
            failureOf(client, aSend());
        }
        meta.answers(200, "{\"id\":\"1\"}");
        nanos.addAndGet(Duration.ofSeconds(6).toNanos());

        assertThat(await(client.call(aSend())).httpStatus()).isEqualTo(200);
        assertThat(client.breaker(NUMBER)).isEqualTo(Breaker.State.CLOSED);
    }

    @Test
    void takesRefusalsForASignOfLife() {
        meta.answers(400, "{\"error\":{\"message\":\"no\",\"code\":131047}}");
        var client = client();

        for (var call = 0; call < 10; call++) {
            failureOf(client, aSend());
        }

        assertThat(client.breaker(NUMBER)).isEqualTo(Breaker.State.CLOSED);
        assertThat(meta.requests()).hasSize(10);
    }

    @Test
    void measuresWithoutNamingAnybody() {
        meta.answers(400, "{\"error\":{\"message\":\"no\",\"code\":131047}}");
        failureOf(client(), aSend());
        meta.answers(400, "{\"error\":{\"message\":\"no\",\"code\":7654321}}");
        failureOf(client(), aSend());

        assertThat(meters.get("posthorn.meta.calls")
                        .tags("operation", "send", "outcome", "refused", "code", "131047")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("posthorn.meta.calls")
                        .tag("code", "other")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(meters.getMetersAsString()).doesNotContain(NUMBER).doesNotContain("secret");
    }

    @Test
    void measuresHowLongACallTook() {
        meta.behaves(request -> {
            nanos.addAndGet(Duration.ofMillis(250).toNanos());
            request.response().end("{}");
        });

        await(client().call(aRead()));

        assertThat(meters.get("posthorn.meta.calls").timer().totalTime(TimeUnit.MILLISECONDS))
                .isEqualTo(250);
    }

    @Test
    void tellsHowFullMetasQuotasAre() {
        meta.behaves(request -> request.response()
                .putHeader("x-app-usage", "{\"call_count\":28,\"total_time\":25,\"total_cputime\":26}")
                .putHeader("x-business-use-case-usage", """
                        {"300000000000001":[{"type":"whatsapp","call_count":12,"total_cputime":3,"total_time":44,\
                        "estimated_time_to_regain_access":0}]}""")
                .end("{}"));

        var usage = await(client().call(aRead())).usage();

        assertThat(usage.app().orElseThrow().calls()).isEqualTo(28);
        assertThat(usage.accounts().getFirst().accountId()).isEqualTo("300000000000001");
        assertThat(usage.accounts().getFirst().share().totalTime()).isEqualTo(44);
        assertThat(usage.regainAfter()).isEmpty();
        assertThat(meters.get("posthorn.meta.quota.used.percent").gauge().value())
                .isEqualTo(44);
    }

    @Test
    void saysWhenMetaTakesCallsAgain() {
        meta.behaves(request -> request.response()
                .setStatusCode(400)
                .putHeader(
                        "x-business-use-case-usage",
                        "{\"3\":[{\"type\":\"whatsapp\",\"call_count\":101,\"estimated_time_to_regain_access\":12}]}")
                .end("{\"error\":{\"message\":\"limit\",\"code\":80007}}"));

        var failure = failureOf(client(), aRead());

        assertThat(failure.retryAfter()).contains(Duration.ofMinutes(12));
    }

    @Test
    void carriesTheTraceAndNothingElseThatItIsGiven() {
        meta.answers(200, "{}");
        var trace = new TraceHeaders(() -> Map.of(
                "traceparent",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "tracestate",
                "bad\r\nvalue",
                "Authorization",
                "Bearer other"));

        await(new GraphClient(vertx, config, CallListener.NONE, trace).call(aRead()));

        var request = meta.requests().getFirst();
        assertThat(request.headers().get("traceparent")).startsWith("00-0af7");
        assertThat(request.headers().get("tracestate")).isNull();
        assertThat(request.authorization()).isEqualTo("Bearer EAAG-very-secret");
    }

    @Test
    void refusesCallsBeyondThoseThatMayWait() {
        var narrow = new CloudApiConfig(
                meta.url(),
                "v25.0",
                Duration.ofSeconds(60),
                Duration.ofSeconds(60),
                1,
                0,
                RetryPolicy.NONE,
                BreakerPolicy.USUAL);
        meta.behaves(request -> {});
        var client = new GraphClient(vertx, narrow);
        var busy = client.call(aRead()).subscribeAsCompletionStage();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> meta.requests().size() == 1);

        var failure = failureOf(client, aRead());

        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        busy.cancel(true);
    }

    @Test
    void showsNothingOfACall() {
        var call = GraphCall.get(
                "token_inspect",
                GraphPath.of("debug_token").with("input_token", "secret").toString(),
                CREDENTIALS);

        assertThat(call.toString()).isEqualTo("GraphCall[token_inspect]");
    }

    @Test
    void growsItsRestsWithJitter() {
        var policy = new RetryPolicy(10, Duration.ofMillis(100), Duration.ofSeconds(1));

        assertThat(policy.rest(1)).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
        assertThat(policy.rest(3)).isBetween(Duration.ofMillis(200), Duration.ofMillis(400));
        assertThat(policy.rest(60)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
    }

    private GraphClient client() {
        var breaking = config.with(new BreakerPolicy(4, Duration.ofSeconds(5)));
        return new GraphClient(vertx, breaking, new MeteredCalls(meters), TraceHeaders.NONE, nanos::get);
    }

    private static GraphCall aRead() {
        return GraphCall.get("number_read", NUMBER, CREDENTIALS);
    }

    private static GraphCall aSend() {
        return GraphCall.post("send", NUMBER + "/messages", CREDENTIALS, Json.object())
                .ofNumber(NUMBER);
    }

    private static CloudApiException failureOf(GraphClient client, GraphCall call) {
        return catchThrowableOfType(CloudApiException.class, () -> await(client.call(call)));
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(120));
    }
}

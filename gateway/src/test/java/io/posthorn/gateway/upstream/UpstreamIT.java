package io.posthorn.gateway.upstream;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.gateway.problem.GatewayProblems;
import io.posthorn.gateway.problem.Refusal;
import io.posthorn.gateway.route.Priority;
import io.posthorn.gateway.stub.GatewayWorld;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Replicas, breaker and bulkhead of one upstream, made as a test needs them. */
@QuarkusTest
@QuarkusTestResource(GatewayWorld.class)
class UpstreamIT {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(100);

    @Inject
    Vertx vertx;

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void isLeftAloneAfterTooManyFailures() {
        var upstream = upstream(4, LONG, 8, LONG);
        for (int i = 0; i < 4; i++) {
            assertThat(failureOf(upstream, this::broken)).isInstanceOf(IOException.class);
        }

        var refusal = (Refusal) failureOf(upstream, this::broken);

        assertThat(refusal.type()).isEqualTo(GatewayProblems.UNAVAILABLE);
        assertThat(asked).as("it was not asked again").hasValue(4);
    }

    @Test
    void isTriedAgainAfterThePause() {
        var upstream = upstream(4, SHORT, 8, LONG);
        for (int i = 0; i < 4; i++) {
            failureOf(upstream, this::broken);
        }

        await().until(() -> failureOf(upstream, this::well) == null);
        assertThat(failureOf(upstream, this::well)).isNull();
    }

    @Test
    void isNotBlamedForItsClients() {
        var upstream = upstream(4, LONG, 8, LONG);
        for (int i = 0; i < 40; i++) {
            failureOf(upstream, () -> Future.failedFuture(Refusal.of(GatewayProblems.TOO_LARGE, "too large")));
        }

        assertThat(failureOf(upstream, this::well)).isNull();
    }

    @Test
    void takesNoMoreAtOnceThanItHasRoomForAndThenTheNext() {
        var upstream = upstream(100, LONG, 2, LONG);
        var answers = new ArrayList<Promise<String>>();
        var waiting = new ArrayList<CompletableFuture<String>>();
        for (int i = 0; i < 4; i++) {
            waiting.add(call(upstream, () -> {
                Promise<String> answer = Promise.promise();
                answers.add(answer);
                return answer.future();
            }));
        }

        assertThat(failureOf(upstream, this::well))
                .as("two are asked, two wait")
                .isInstanceOf(Refusal.class);
        await().untilAsserted(() -> assertThat(answers).hasSize(2));
        List.copyOf(answers).forEach(answer -> answer.complete("well"));
        await().untilAsserted(() -> assertThat(answers).hasSize(4));
        answers.forEach(answer -> answer.tryComplete("well"));
        assertThat(waiting).allSatisfy(each -> assertThat(each.get()).isEqualTo("well"));
    }

    @Test
    void doesNotLetAnyoneWaitForLong() {
        var upstream = upstream(100, LONG, 1, SHORT);
        call(upstream, () -> Promise.<String>promise().future());

        assertThat(failureOf(upstream, this::well)).isInstanceOf(Refusal.class);
        assertThat(asked).hasValue(0);
    }

    @Test
    void choosesWhoHasLeastToDo() {
        var upstream = upstream(100, LONG, 8, LONG);
        var chosen = new ArrayList<Replica>();
        for (int i = 0; i < 6; i++) {
            chosen.add(upstream.choose());
        }
        assertThat(upstream.replicas()).extracting(Replica::outstanding).containsExactly(2, 2, 2);

        var idle = chosen.getFirst();
        idle.done();
        idle.done();

        assertThat(List.of(upstream.choose(), upstream.choose())).containsOnly(idle);
    }

    @Test
    void choosesWhoIsWellBeforeWhoIsNot() {
        var upstream = upstream(100, LONG, 8, LONG);
        var replicas = upstream.replicas();
        replicas.get(0).ready(false);
        replicas.get(1).ready(false);
        for (int i = 0; i < 5; i++) {
            assertThat(upstream.choose()).isSameAs(replicas.get(2));
        }

        replicas.get(2).ready(false);

        assertThat(upstream.choose()).as("better somebody than nobody").isNotSameAs(replicas.get(2));
    }

    private Future<String> broken() {
        asked.incrementAndGet();
        return Future.failedFuture(new IOException("broken"));
    }

    private Future<String> well() {
        asked.incrementAndGet();
        return Future.succeededFuture("well");
    }

    private Upstream upstream(int breakerRequests, Duration pause, int room, Duration longestWait) {
        var urls = List.of(URI.create("http://one:1"), URI.create("http://two:2"), URI.create("http://three:3"));
        var settings =
                new UpstreamSettings("made for a test", urls, longestWait, 10, room, room, breakerRequests, 0.5, pause);
        return new Upstream(settings, vertx);
    }

    private CompletableFuture<String> call(Upstream upstream, Supplier<Future<String>> work) {
        return upstream.guarded(Priority.WEBHOOKS, work).toCompletionStage().toCompletableFuture();
    }

    /** Null where it went well. */
    private Throwable failureOf(Upstream upstream, Supplier<Future<String>> work) {
        try {
            call(upstream, work).get();
            return null;
        } catch (ExecutionException failed) {
            return failed.getCause();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}

package io.posthorn.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.posthorn.kit.problem.ProblemException;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PasswordHasherTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final Password PASSWORD = Password.of("correct horse battery staple");

    @AfterAll
    static void stop() {
        VERTX.close();
    }

    @Test
    void aHashMatchesItsPasswordOnly() {
        var hasher = hasher(4, 10);

        var hash = hasher.hash(PASSWORD).await().indefinitely();

        assertThat(hash)
                .startsWith("$2a$04$")
                .isNotEqualTo(hasher.hash(PASSWORD).await().indefinitely());
        assertThat(hasher.matches(PASSWORD, hash).await().indefinitely()).isTrue();
        assertThat(hasher.matches(Password.of("something else"), hash).await().indefinitely())
                .isFalse();
        assertThat(hasher.matches(PASSWORD, null).await().indefinitely()).isFalse();
    }

    @Test
    void allSeventyTwoBytesCount() {
        var hasher = hasher(4, 10);
        var hash = hasher.hash(Password.of("p".repeat(71) + "a")).await().indefinitely();

        assertThat(hasher.matches(Password.of("p".repeat(71) + "a"), hash)
                        .await()
                        .indefinitely())
                .isTrue();
        assertThat(hasher.matches(Password.of("p".repeat(71) + "b"), hash)
                        .await()
                        .indefinitely())
                .isFalse();
    }

    @Test
    void theEventLoopGoesOnMeanwhileAndGetsTheAnswer() throws Exception {
        var hasher = hasher(12, 10);
        var order = new CopyOnWriteArrayList<String>();
        var answeredOn = new CompletableFuture<Context>();
        var eventLoop = VERTX.getOrCreateContext();

        eventLoop.runOnContext(ignored -> {
            hasher.hash(PASSWORD).subscribe().with(hash -> {
                order.add("hashed");
                answeredOn.complete(Vertx.currentContext());
            });
            eventLoop.runOnContext(next -> order.add("next request"));
        });

        assertThat(answeredOn.get(60, TimeUnit.SECONDS)).isSameAs(eventLoop);
        assertThat(order).isEqualTo(List.of("next request", "hashed"));
    }

    @Test
    void aFullQueueRefusesAtOnce() {
        var hasher = hasher(13, 1);
        var running = hasher.hash(PASSWORD).subscribeAsCompletionStage();
        var waiting = hasher.hash(PASSWORD).subscribeAsCompletionStage();

        var refusal = catchThrowableOfType(
                ProblemException.class, () -> hasher.hash(PASSWORD).await().indefinitely());

        assertThat(refusal.type()).isEqualTo(PasswordProblems.BUSY);
        assertThat(refusal.retryAfter()).isPositive();
        assertThat(running.join()).isNotEqualTo(waiting.join());
    }

    @Test
    void halfACharacterIsRefused() {
        var refusal = catchThrowableOfType(ProblemException.class, () -> Password.of("password\ud83d"));

        assertThat(refusal.type().status()).isEqualTo(422);
    }

    @Test
    void bytesAreCountedNotCharacters() {
        assertThat(Password.of("\u00e5".repeat(36)).bytes()).hasSize(72);

        var refusal = catchThrowableOfType(ProblemException.class, () -> Password.of("\u00e5".repeat(37)));

        assertThat(refusal.type()).isEqualTo(PasswordProblems.TOO_LONG);
    }

    private static PasswordHasher hasher(int cost, int queue) {
        return new PasswordHasher(new Settings(cost, queue, OptionalInt.of(1)), new SimpleMeterRegistry());
    }

    private record Settings(int cost, int queue, OptionalInt threads) implements PasswordConfig {}
}

package io.posthorn.auth.password;

import at.favre.lib.crypto.bcrypt.BCrypt;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ExecutorServiceMetrics;
import io.posthorn.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * bcrypt on a bounded pool that leaves one core to everybody else. A full queue refuses at once (503): waiting longer than a
 * client waits would only waste the work.
 */
@ApplicationScoped
public class PasswordHasher {
    private final int cost;
    private final ThreadPoolExecutor threads;
    private final String nobodysHash;

    PasswordHasher(PasswordConfig config, MeterRegistry meters) {
        this.cost = config.cost();
        this.threads = pool(
                config.threads().orElse(Math.max(1, Runtime.getRuntime().availableProcessors() - 1)), config.queue());
        this.nobodysHash = hashNow(randomBytes());
        new ExecutorServiceMetrics(threads, "password", List.of()).bindTo(meters);
    }

    public Uni<String> hash(Password password) {
        return onOwnThread(() -> hashNow(password.bytes()));
    }

    /** A null hash, of an account that does not exist, costs the same work and never matches. */
    public Uni<Boolean> matches(Password password, String hash) {
        return onOwnThread(() -> verifyNow(password.bytes(), hash == null ? nobodysHash : hash) && hash != null);
    }

    /** False for a hash of another cost than new ones have: time to make it anew. */
    public boolean isOfToday(String hash) {
        return hash.startsWith("$2a$%02d$".formatted(cost));
    }

    private <T> Uni<T> onOwnThread(Supplier<T> work) {
        return Uni.createFrom()
                .item(work)
                .runSubscriptionOn(threads)
                .emitOn(backToTheCaller())
                .onFailure(RejectedExecutionException.class)
                .transform(full -> new ProblemException(PasswordProblems.BUSY, "Come back in a moment")
                        .retryAfter(Duration.ofSeconds(2)));
    }

    /** The request goes on where it came from; its database work belongs to that event loop. */
    private static Executor backToTheCaller() {
        var caller = Vertx.currentContext();
        return caller == null ? Runnable::run : task -> caller.runOnContext(ignored -> task.run());
    }

    private String hashNow(byte[] password) {
        return new String(BCrypt.withDefaults().hash(cost, password), StandardCharsets.US_ASCII);
    }

    private static boolean verifyNow(byte[] password, String hash) {
        return BCrypt.verifyer().verify(password, hash.getBytes(StandardCharsets.US_ASCII)).verified;
    }

    private static byte[] randomBytes() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static ThreadPoolExecutor pool(int size, int queue) {
        return new ThreadPoolExecutor(
                size,
                size,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(queue),
                Thread.ofPlatform().name("password-", 0).daemon().factory(),
                new ThreadPoolExecutor.AbortPolicy());
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }
}

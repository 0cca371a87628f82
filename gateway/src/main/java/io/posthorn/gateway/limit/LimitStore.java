package io.posthorn.gateway.limit;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Counts in Redis: one script looks at all keys of a request and charges either all of them or none. */
@Singleton
class LimitStore {
    private static final String SCRIPT = read();
    private static final String DIGEST = digest(SCRIPT);

    private final Redis redis;
    private final long timeoutMillis;

    LimitStore(Redis redis, LimitsConfig config) {
        this.redis = redis;
        this.timeoutMillis = config.storeTimeout().toMillis();
    }

    Future<Verdict> take(List<String> keys, Quota quota, long cost, boolean exact) {
        return redis.send(command(Command.EVALSHA, DIGEST, keys, quota, cost, exact))
                .recover(failure -> isUnknownScript(failure)
                        ? redis.send(command(Command.EVAL, SCRIPT, keys, quota, cost, exact))
                        : Future.failedFuture(failure))
                .timeout(timeoutMillis, TimeUnit.MILLISECONDS)
                .map(LimitStore::verdict);
    }

    private static Request command(
            Command command, String script, List<String> keys, Quota quota, long cost, boolean exact) {
        var request = Request.cmd(command).arg(script).arg(keys.size());
        keys.forEach(request::arg);
        return request.arg(exact ? "exact" : "paced")
                .arg(quota.limit())
                .arg(quota.windowMicros())
                .arg(cost);
    }

    private static Verdict verdict(Response answer) {
        return new Verdict(
                answer.get(0).toInteger() == 1,
                answer.get(1).toLong(),
                micros(answer.get(2).toLong()),
                micros(answer.get(3).toLong()));
    }

    private static Duration micros(long micros) {
        return Duration.of(micros, ChronoUnit.MICROS);
    }

    private static boolean isUnknownScript(Throwable failure) {
        return failure.getMessage() != null && failure.getMessage().startsWith("NOSCRIPT");
    }

    private static String read() {
        try (var script = LimitStore.class.getResourceAsStream("take.lua")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Redis names scripts by SHA-1; nothing is protected by it. */
    private static String digest(String script) {
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest(script.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

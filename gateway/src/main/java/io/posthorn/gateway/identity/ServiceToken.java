package io.posthorn.gateway.identity;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The gateway's own token for the internal doors of auth-service, asked for once and kept while it is good. */
@Singleton
class ServiceToken {
    private static final Duration LEEWAY = Duration.ofSeconds(30);
    /** A token that was refused is replaced, but not again and again. */
    private static final Duration SETTLED = Duration.ofSeconds(30);

    private record Held(Future<String> token, Instant askedAt, Instant goodUntil) {}

    private final AuthService auth;
    private final Clock clock;
    private final Optional<String> secret;
    private final Optional<String> file;
    private final Vertx vertx;
    private Held held;

    ServiceToken(
            AuthService auth,
            Clock clock,
            @ConfigProperty(name = "posthorn.client-secret") Optional<String> secret,
            @ConfigProperty(name = "posthorn.client-secret-file") Optional<String> file,
            Vertx vertx) {
        this.auth = auth;
        this.clock = clock;
        this.secret = secret.filter(given -> !given.isBlank());
        this.file = file;
        this.vertx = vertx;
    }

    synchronized Future<String> get() {
        var now = clock.instant();
        if (held == null || !held.goodUntil().isAfter(now)) {
            held = new Held(ask(now), now, now.plus(LEEWAY));
        }
        return held.token();
    }

    /** Whether it is worth trying again with another token, because this one was not believed. */
    synchronized boolean replace(String refused) {
        var now = clock.instant();
        boolean isOurs = held != null
                && held.token().succeeded()
                && refused.equals(held.token().result());
        if (isOurs && Duration.between(held.askedAt(), now).compareTo(SETTLED) >= 0) {
            held = null;
            return true;
        }
        return false;
    }

    /** A secret that stands in a file is read anew each time, so that it can be exchanged while we run. */
    private Future<String> secret() {
        return file.map(path -> vertx.fileSystem().readFile(path).map(content -> content.toString()
                        .strip()))
                .or(() -> secret.map(Future::succeededFuture))
                .orElseGet(() -> Future.failedFuture(new IOException("posthorn.client-secret is not set")));
    }

    private Future<String> ask(Instant now) {
        return secret().compose(known -> {
                    var basic =
                            Base64.getEncoder().encodeToString(("gateway:" + known).getBytes(StandardCharsets.UTF_8));
                    return auth.post(
                            "/internal/token",
                            MultiMap.caseInsensitiveMultiMap().add("Authorization", "Basic " + basic),
                            null);
                })
                .compose(reply -> granted(reply, now))
                .onFailure(failure -> forget(now));
    }

    private Future<String> granted(AuthService.Reply reply, Instant askedAt) {
        try {
            if (reply.status() != 200) {
                throw new IOException("auth-service gave no token: " + reply.status());
            }
            var token = reply.text("accessToken");
            var lifetime = Duration.ofSeconds(reply.body().getLong("expiresIn", 60L));
            keep(token, askedAt, askedAt.plus(lifetime).minus(LEEWAY));
            return Future.succeededFuture(token);
        } catch (IOException | ClassCastException unusable) {
            return Future.failedFuture(unusable);
        }
    }

    private synchronized void keep(String token, Instant askedAt, Instant goodUntil) {
        held = new Held(Future.succeededFuture(token), askedAt, goodUntil);
    }

    /** The next who needs it asks again. */
    private synchronized void forget(Instant askedAt) {
        if (held != null && held.askedAt().equals(askedAt)) {
            held = null;
        }
    }
}

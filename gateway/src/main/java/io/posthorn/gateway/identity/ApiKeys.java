package io.posthorn.gateway.identity;

import io.posthorn.gateway.limit.LocalWindows;
import io.posthorn.gateway.limit.Quota;
import io.posthorn.gateway.problem.GatewayProblems;
import io.posthorn.gateway.problem.Refusal;
import io.posthorn.gateway.revocation.SessionRevoked;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * The access tokens of API keys. auth-service is asked at most once in half a minute for a key and an address; and whoever
 * tries key after key is sent away here, before auth-service has the work of looking at them.
 */
@Singleton
class ApiKeys {
    static final String PREFIX = "ph_live_";
    private static final Logger LOG = Logger.getLogger(ApiKeys.class);
    private static final Pattern SHAPE = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{20,200}");
    private static final Quota WRONG_KEYS = Quota.parse("10/1m");
    private static final int MOST_ASKING = 64;
    private static final Duration SOON = Duration.ofSeconds(1);

    private final KeyExchange exchange;
    private final KeyCache cache;
    private final LocalWindows wrongKeys;
    private final Clock clock;
    private int asking;

    ApiKeys(KeyExchange exchange, KeyCache cache, ApiKeysConfig config, Clock clock) {
        this.exchange = exchange;
        this.cache = cache;
        this.wrongKeys = new LocalWindows(config.remembered(), clock);
        this.clock = clock;
    }

    Future<String> accessToken(String key, String address) {
        if (!SHAPE.matcher(key).matches()) {
            throw notValid();
        }
        return find(key, address, hash(key, address))
                .compose(found -> found.map(exchanged -> Future.succeededFuture(exchanged.accessToken()))
                        .orElseGet(() -> Future.failedFuture(notValid())));
    }

    void forget(@Observes SessionRevoked revoked) {
        cache.forget(revoked.session());
    }

    private synchronized Future<Optional<KeyExchange.Exchanged>> find(String key, String address, String hash) {
        var known = cache.find(hash, clock.instant());
        if (known.isPresent()) {
            return known.get();
        }
        if (!cache.wasGood(hash)) {
            requirePatience(address);
        }
        if (asking >= MOST_ASKING) {
            throw Refusal.retryable(GatewayProblems.UNAVAILABLE, "Too many API keys wait to be looked at", SOON);
        }
        asking++;
        Promise<Optional<KeyExchange.Exchanged>> answer = Promise.promise();
        cache.await(hash, answer.future());
        // begun inside a future, so that whatever goes wrong comes back as its failure and nobody waits for ever
        Future.succeededFuture()
                .compose(begin -> exchange.exchange(key, address))
                .onComplete(done -> {
                    if (done.succeeded()) {
                        answered(hash, address, done.result());
                        answer.complete(done.result());
                    } else {
                        failed(hash, done.cause());
                        answer.fail(Refusal.retryable(
                                GatewayProblems.UNAVAILABLE, "API keys cannot be checked at the moment", SOON));
                    }
                });
        return answer.future();
    }

    private void requirePatience(String address) {
        var wait = wrongKeys.waiting(address, WRONG_KEYS);
        if (wait.isPositive()) {
            throw Refusal.retryable(GatewayProblems.RATE_LIMITED, "Too many API keys from here were not valid", wait);
        }
    }

    private synchronized void answered(String hash, String address, Optional<KeyExchange.Exchanged> found) {
        asking--;
        cache.keep(hash, found, clock.instant());
        if (found.isEmpty()) {
            wrongKeys.count(address, WRONG_KEYS);
        }
    }

    private synchronized void failed(String hash, Throwable failure) {
        asking--;
        cache.failed(hash, clock.instant());
        LOG.warnf("An API key could not be exchanged: %s", failure.getMessage());
    }

    private static Refusal notValid() {
        return Refusal.unauthenticated("The API key is not valid")
                .with(
                        "WWW-Authenticate",
                        "Bearer error=\"invalid_token\", error_description=\"The API key is not valid\"");
    }

    /** With the address, because a key may be bound to some: its answer elsewhere says nothing about here. */
    private static String hash(String key, String address) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest((key + "\n" + address).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

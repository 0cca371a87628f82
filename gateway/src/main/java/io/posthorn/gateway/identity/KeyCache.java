package io.posthorn.gateway.identity;

import io.posthorn.gateway.identity.KeyExchange.Exchanged;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What auth-service said about API keys, by their hash. It is believed for a short time; that a key was good once is
 * remembered longer, so that its owner does not suffer from strangers behind the same address.
 */
@Singleton
class KeyCache {
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration TOKEN_LEEWAY = Duration.ofSeconds(10);

    private record Known(Future<Optional<Exchanged>> answer, Instant until, String goodKeyId) {}

    private final ApiKeysConfig config;
    private final Map<String, Known> entries;

    KeyCache(ApiKeysConfig config) {
        this.config = config;
        this.entries = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
                return size() > config.remembered();
            }
        };
    }

    synchronized Optional<Future<Optional<Exchanged>>> find(String hash, Instant now) {
        return Optional.ofNullable(entries.get(hash))
                .filter(entry -> entry.until().isAfter(now))
                .map(Known::answer);
    }

    synchronized boolean wasGood(String hash) {
        return goodKeyId(hash) != null;
    }

    /** Whoever comes meanwhile waits for the same answer. */
    synchronized void await(String hash, Future<Optional<Exchanged>> answer) {
        entries.put(hash, new Known(answer, Instant.MAX, goodKeyId(hash)));
    }

    synchronized void keep(String hash, Optional<Exchanged> found, Instant now) {
        var until = now.plus(found.map(this::believedFor).orElse(config.refusedFor()));
        var keyId = found.map(Exchanged::keyId).orElse(null);
        entries.put(hash, new Known(Future.succeededFuture(found), until, keyId));
    }

    synchronized void failed(String hash, Instant now) {
        var asked = entries.get(hash);
        if (asked != null) {
            entries.put(hash, new Known(asked.answer(), now.plus(PAUSE_AFTER_FAILURE), asked.goodKeyId()));
        }
    }

    synchronized void forget(String keyId) {
        entries.values().removeIf(entry -> keyId.equals(entry.goodKeyId()));
    }

    private String goodKeyId(String hash) {
        var entry = entries.get(hash);
        return entry == null ? null : entry.goodKeyId();
    }

    private Duration believedFor(Exchanged exchanged) {
        var good = exchanged.lifetime().minus(TOKEN_LEEWAY);
        return good.compareTo(config.believedFor()) < 0 ? good : config.believedFor();
    }
}

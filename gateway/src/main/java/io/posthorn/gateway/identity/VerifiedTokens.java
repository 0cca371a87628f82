package io.posthorn.gateway.identity;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens that were verified a moment ago. They are forgotten when they expire or when their key is withdrawn. */
@Singleton
class VerifiedTokens {
    private record Verified(Principal principal, SigningKey key) {}

    private final ConcurrentHashMap<String, Verified> tokens = new ConcurrentHashMap<>();
    private final SigningKeys keys;
    private final Clock clock;
    private final int capacity;

    VerifiedTokens(SigningKeys keys, Clock clock, IdentityConfig config) {
        this.keys = keys;
        this.clock = clock;
        this.capacity = config.rememberedTokens();
    }

    Optional<Principal> find(String token) {
        var verified = tokens.get(token);
        if (verified == null) {
            return Optional.empty();
        }
        if (isExpired(verified, clock.instant()) || !keys.stillBelieves(verified.key())) {
            tokens.remove(token, verified);
            return Optional.empty();
        }
        return Optional.of(verified.principal());
    }

    Principal remember(String token, Principal principal, SigningKey key) {
        if (tokens.size() >= capacity) {
            makeRoom();
        }
        tokens.put(token, new Verified(principal, key));
        return principal;
    }

    /** First what is expired; if that is not enough, everything: each is verified again on its next use. */
    private void makeRoom() {
        var now = clock.instant();
        tokens.values().removeIf(verified -> isExpired(verified, now));
        if (tokens.size() >= capacity) {
            tokens.clear();
        }
    }

    private static boolean isExpired(Verified verified, Instant now) {
        return !verified.principal().expiresAt().isAfter(now);
    }
}

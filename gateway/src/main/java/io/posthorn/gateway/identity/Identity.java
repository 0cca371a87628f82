package io.posthorn.gateway.identity;

import io.posthorn.gateway.exchange.ClientAddress;
import io.posthorn.gateway.problem.GatewayProblems;
import io.posthorn.gateway.problem.Refusal;
import io.posthorn.gateway.revocation.RevokedSessions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;

/** Answers who is behind a request. Signatures are computed on threads of their own, never on the event loop. */
@Singleton
public class Identity {
    private static final int VERIFIERS = 2;
    private static final int MOST_WAITING = 1000;
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration AUTH_AWAY_RETRY = Duration.ofSeconds(5);

    private final SigningKeys keys;
    private final TokenCheck check;
    private final VerifiedTokens verified;
    private final ApiKeys apiKeys;
    private final RevokedSessions revoked;
    private final ClientAddress addresses;
    private final WorkerExecutor workers;
    private final AtomicInteger waiting = new AtomicInteger();

    Identity(
            Vertx vertx,
            SigningKeys keys,
            TokenCheck check,
            VerifiedTokens verified,
            ApiKeys apiKeys,
            RevokedSessions revoked,
            ClientAddress addresses) {
        this.keys = keys;
        this.check = check;
        this.verified = verified;
        this.apiKeys = apiKeys;
        this.revoked = revoked;
        this.addresses = addresses;
        this.workers = vertx.createSharedWorkerExecutor("token-verifier", VERIFIERS);
    }

    public Future<Caller> of(HttpServerRequest request) {
        var credential = Credential.of(request);
        return credential.isApiKey()
                ? apiKeys.accessToken(credential.value(), addresses.of(request)).compose(this::caller)
                : caller(credential.value());
    }

    private Future<Caller> caller(String token) {
        return verified.find(token)
                .map(Future::succeededFuture)
                .orElseGet(() -> verify(token))
                .map(principal -> new Caller(requireLive(principal), token));
    }

    private Principal requireLive(Principal principal) {
        if (principal.named().anyMatch(revoked::contains)) {
            throw Refusal.of(GatewayProblems.SESSION_REVOKED, "The session of this token was ended")
                    .with(
                            "WWW-Authenticate",
                            "Bearer error=\"invalid_token\", error_description=\"The session has ended\"");
        }
        return principal;
    }

    private Future<Principal> verify(String token) {
        return keys.find(keyId(token))
                .recover(unknown -> Future.failedFuture(Refusal.retryable(
                        GatewayProblems.UNAVAILABLE, "Tokens cannot be verified at the moment", AUTH_AWAY_RETRY)))
                .compose(key -> verify(token, key));
    }

    private Future<Principal> verify(String token, Optional<SigningKey> found) {
        var key = found.orElseThrow(() -> TokenCheck.refusal("The access token is not valid"));
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            throw Refusal.retryable(GatewayProblems.UNAVAILABLE, "Too many tokens wait for verification", SOON);
        }
        return workers.executeBlocking(() -> check.check(token, key), false)
                .onComplete(done -> waiting.decrementAndGet())
                .map(principal -> verified.remember(token, principal, key));
    }

    private static String keyId(String token) {
        try {
            var id = JsonWebStructure.fromCompactSerialization(token).getKeyIdHeaderValue();
            if (id != null) {
                return id;
            }
        } catch (JoseException | RuntimeException unreadable) {
            // said below, in the same words for every reason
        }
        throw TokenCheck.refusal("The access token is not valid");
    }
}

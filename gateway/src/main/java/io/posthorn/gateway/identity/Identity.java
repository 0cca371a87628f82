package io.posthorn.gateway.identity;

import io.posthorn.gateway.problem.GatewayProblems;
import io.posthorn.gateway.problem.Refusal;
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
    private final WorkerExecutor workers;
    private final AtomicInteger waiting = new AtomicInteger();

    Identity(Vertx vertx, SigningKeys keys, TokenCheck check, VerifiedTokens verified) {
        this.keys = keys;
        this.check = check;
        this.verified = verified;
        this.workers = vertx.createSharedWorkerExecutor("token-verifier", VERIFIERS);
    }

    public Future<Principal> of(HttpServerRequest request) {
        var token = BearerToken.of(request);
        return verified.find(token).map(Future::succeededFuture).orElseGet(() -> verify(token));
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

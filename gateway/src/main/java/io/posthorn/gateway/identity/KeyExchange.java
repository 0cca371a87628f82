package io.posthorn.gateway.identity;

import io.posthorn.telemetry.trace.CurrentTrace;
import io.posthorn.telemetry.trace.TraceParent;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Asks auth-service for the access token that an API key stands for. */
@Singleton
class KeyExchange {
    private static final String PATH = "/internal/api-keys/exchange";

    private final AuthService auth;
    private final ServiceToken serviceToken;

    KeyExchange(AuthService auth, ServiceToken serviceToken) {
        this.auth = auth;
        this.serviceToken = serviceToken;
    }

    /** What a good key is exchanged for. */
    record Exchanged(String accessToken, String keyId, Duration lifetime) {}

    /** Empty when the key is not good; a failure when nobody can tell. */
    Future<Optional<Exchanged>> exchange(String key, String address) {
        var question = new JsonObject().put("key", key).put("address", address);
        var parent = CurrentTrace.parent();
        return serviceToken.get().compose(token -> ask(question, token, parent)
                .compose(reply -> {
                    boolean onceMore = reply.status() == 401 && serviceToken.replace(token);
                    return onceMore
                            ? serviceToken.get().compose(fresh -> ask(question, fresh, parent))
                            : Future.succeededFuture(reply);
                })
                .compose(KeyExchange::read));
    }

    private Future<AuthService.Reply> ask(JsonObject question, String token, String parent) {
        var headers = MultiMap.caseInsensitiveMultiMap()
                .add("Authorization", "Bearer " + token)
                .add(TraceParent.HEADER, parent);
        return auth.post(PATH, headers, question);
    }

    private static Future<Optional<Exchanged>> read(AuthService.Reply reply) {
        try {
            return switch (reply.status()) {
                case 200 ->
                    Future.succeededFuture(Optional.of(new Exchanged(
                            reply.text("accessToken"),
                            reply.text("keyId"),
                            Duration.ofSeconds(reply.body().getLong("expiresIn", 0L)))));
                case 400, 401, 422 -> Future.succeededFuture(Optional.empty());
                default -> throw new IOException("auth-service answered " + reply.status());
            };
        } catch (IOException | ClassCastException unusable) {
            return Future.failedFuture(unusable);
        }
    }
}

package io.posthorn.gateway.stub;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The internal doors of auth-service: service tokens, and the exchange of API keys, which it counts. */
public final class AuthStandIn {
    private static final String BASIC = "Basic "
            + Base64.getEncoder()
                    .encodeToString(("gateway:" + GatewayWorld.CLIENT_SECRET).getBytes(StandardCharsets.UTF_8));
    private final Map<String, Key> keys = new ConcurrentHashMap<>();
    private final List<JsonObject> exchanges = new CopyOnWriteArrayList<>();
    private final AtomicInteger tokens = new AtomicInteger();

    private record Key(String id, String scope, String workspace, String address) {}

    private AuthStandIn() {}

    public static AuthStandIn open() {
        var standIn = new AuthStandIn();
        StubUpstream.named("auth").forget().behave(standIn::answer);
        return standIn;
    }

    /** A key with these scopes; its id comes back by {@link #idOf}. */
    public String key(String scope) {
        return key(scope, null);
    }

    public String key(String scope, String onlyFrom) {
        var key = unknownKey();
        keys.put(
                key,
                new Key(UUID.randomUUID().toString(), scope, UUID.randomUUID().toString(), onlyFrom));
        return key;
    }

    public static String unknownKey() {
        return "ph_live_" + UUID.randomUUID().toString().substring(0, 8) + "_"
                + UUID.randomUUID().toString().replace("-", "");
    }

    public String idOf(String key) {
        return keys.get(key).id();
    }

    public String workspaceOf(String key) {
        return keys.get(key).workspace();
    }

    public void revoke(String key) {
        keys.remove(key);
    }

    public List<JsonObject> exchanges() {
        return exchanges;
    }

    public int tokens() {
        return tokens.get();
    }

    private void answer(HttpServerRequest request) {
        switch (request.path()) {
            case StubUpstream.KEYS ->
                request.response().putHeader("Content-Type", "application/json").end(TestKeys.published());
            case "/internal/token" -> giveToken(request);
            case "/internal/api-keys/exchange" ->
                request.body().onSuccess(body -> exchange(request, new JsonObject(body)));
            default -> request.response().setStatusCode(404).end();
        }
    }

    private void giveToken(HttpServerRequest request) {
        if (!BASIC.equals(request.getHeader("Authorization"))) {
            request.response().setStatusCode(401).end();
            return;
        }
        tokens.incrementAndGet();
        answer(request, new JsonObject().put("accessToken", "service-token").put("expiresIn", 300));
    }

    private void exchange(HttpServerRequest request, JsonObject question) {
        exchanges.add(question);
        var key = keys.get(question.getString("key"));
        boolean good = "Bearer service-token".equals(request.getHeader("Authorization"))
                && key != null
                && (key.address() == null || key.address().equals(question.getString("address")));
        if (!good) {
            request.response().setStatusCode(401).end();
            return;
        }
        var token = TestToken.aToken()
                .session(key.id())
                .scope(key.scope())
                .workspace(key.workspace())
                .make();
        answer(
                request,
                new JsonObject()
                        .put("accessToken", token)
                        .put("expiresIn", 300)
                        .put("keyId", key.id())
                        .put("scopes", List.of(key.scope().split(" "))));
    }

    private static void answer(HttpServerRequest request, JsonObject body) {
        request.response().putHeader("Content-Type", "application/json").end(body.toBuffer());
    }
}

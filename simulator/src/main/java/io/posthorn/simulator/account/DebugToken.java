package io.posthorn.simulator.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.directory.AccessToken;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.posthorn.simulator.world.World;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;

/** {@code GET /debug_token}: what a token of the same world is and may do. */
@ApplicationScoped
class DebugToken implements GraphOperation {
    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.GET, ObjectKind.DEBUG_TOKEN, "");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        var world = call.world();
        var answer = Json.object();
        world.directory()
                .token(call.required("input_token"))
                .ifPresentOrElse(token -> answer.set("data", describe(world, token)), () -> answer.putObject("data")
                        .put("is_valid", false)
                        .set("error", error("The access token could not be decrypted", 0)));
        return Future.succeededFuture(answer);
    }

    private static ObjectNode describe(World world, AccessToken token) {
        var now = world.clock().millis();
        var data = Json.object()
                .put("app_id", token.appId())
                .put(
                        "application",
                        world.directory().app(token.appId()).orElseThrow().name())
                .put("type", token.type().name())
                .put("data_access_expires_at", token.expiresMillis() / 1000)
                .put("expires_at", token.expiresMillis() / 1000)
                .put("is_valid", token.isValid(now));
        if (token.issuedMillis() > 0) {
            data.put("issued_at", token.issuedMillis() / 1000);
        }
        if (!token.isValid(now)) {
            data.set(
                    "error",
                    error("Error validating access token", token.isExpired(now) ? 463 : token.invalidSubcode()));
        }
        addScopes(data, token);
        return data;
    }

    private static void addScopes(ObjectNode data, AccessToken token) {
        var scopes = data.putArray("scopes");
        var granular = data.putArray("granular_scopes");
        token.scopes().stream().sorted().forEach(scope -> {
            scopes.add(scope.metasName());
            var entry = granular.addObject().put("scope", scope.metasName());
            if (!token.accounts().isEmpty()) {
                var targets = entry.putArray("target_ids");
                token.accounts().stream().sorted().forEach(targets::add);
            }
        });
    }

    private static ObjectNode error(String message, int subcode) {
        var error = Json.object().put("code", 190).put("message", message);
        return subcode == 0 ? error : error.put("subcode", subcode);
    }
}

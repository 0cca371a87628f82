package io.posthorn.simulator.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.directory.AccessToken;
import io.posthorn.simulator.directory.App;
import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.graph.PublicOperation;
import io.posthorn.simulator.world.World;
import io.posthorn.simulator.world.Worlds;
import jakarta.enterprise.context.ApplicationScoped;

/** {@code GET /oauth/access_token}: a code of embedded signup becomes a token; an app's id and secret become its own. */
@ApplicationScoped
class ExchangeCode implements PublicOperation {
    private final Worlds worlds;

    ExchangeCode(Worlds worlds) {
        this.worlds = worlds;
    }

    @Override
    public String path() {
        return "oauth/access_token";
    }

    @Override
    public JsonNode answer(ObjectNode parameters) {
        var id = required(parameters, "client_id");
        var secret = required(parameters, "client_secret");
        var world = worlds.ofApp(id).orElseThrow(() -> GraphError.of(
                        101, "Error validating application. Cannot get " + "application info due to a system error.")
                .failure());
        var app = world.directory().app(id).orElseThrow();
        if (!app.secret().equals(secret)) {
            throw GraphError.of(1, "Error validating client secret.").failure();
        }
        return parameters.path("grant_type").asText("").equals("client_credentials")
                ? tokenOf(app)
                : exchange(world, app, required(parameters, "code"));
    }

    private JsonNode exchange(World world, App app, String code) {
        var token = LoginCodes.of(world).exchange(app.id(), code).orElseThrow(() -> GraphError.of(
                        100, "This authorization code has expired or was used already.")
                .withSubcode(36007)
                .failure());
        world.directory().put(token);
        worlds.index(world);
        return answer(token);
    }

    private static JsonNode answer(AccessToken token) {
        return Json.object().put("access_token", token.value()).put("token_type", "bearer");
    }

    private static JsonNode tokenOf(App app) {
        return Json.object().put("access_token", app.id() + "|" + app.secret()).put("token_type", "bearer");
    }

    private static String required(ObjectNode parameters, String name) {
        var value = parameters.path(name).asText("");
        if (value.isEmpty()) {
            throw GraphError.of(100, "Missing %s parameter.".formatted(name)).failure();
        }
        return value;
    }
}

package io.posthorn.simulator.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.directory.App;
import io.posthorn.simulator.graph.Fields;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** {@code GET /app} is the app of the token. */
@ApplicationScoped
class ReadApp implements GraphOperation {
    private static final Set<String> USUAL = Set.of("category", "link", "name");

    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.GET, ObjectKind.APP, "");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        var app = call.world().directory().app(call.objectId()).orElseGet(call::app);
        var fields = Json.object()
                .put("category", "Business and pages")
                .put("link", link(app))
                .put("name", app.name())
                .put("id", app.id());
        return Future.succeededFuture(Fields.select(fields, call.fields().isEmpty() ? USUAL : call.fields()));
    }

    static String link(App app) {
        return "https://www.facebook.com/games/?app_id=" + app.id();
    }
}

package io.posthorn.simulator.media;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class DeleteMedia implements GraphOperation {
    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.DELETE, ObjectKind.MEDIA, "");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        MediaFiles.of(call.world()).remove(FoundMedia.of(call).id());
        return Future.succeededFuture(Json.object().put("success", true));
    }
}

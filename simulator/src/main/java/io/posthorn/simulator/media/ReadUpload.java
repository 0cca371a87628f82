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

/** {@code GET /upload:...}: where an interrupted upload goes on. */
@ApplicationScoped
class ReadUpload implements GraphOperation {
    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.GET, ObjectKind.UPLOAD, "");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        return Future.succeededFuture(progress(FoundUpload.of(call)));
    }

    static JsonNode progress(UploadSession session) {
        return Json.object().put("id", session.address()).put("file_offset", session.offset());
    }
}

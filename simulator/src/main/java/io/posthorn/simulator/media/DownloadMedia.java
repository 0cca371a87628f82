package io.posthorn.simulator.media;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.graph.GraphFile;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;

/** The bytes of a file; an address that is over, or another world's, is not found. */
@ApplicationScoped
class DownloadMedia implements GraphOperation {
    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.GET, ObjectKind.MEDIA_HOST, MediaUrl.EDGE);
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        var id = call.parameter("mid");
        if (call.userAgent().isBlank() && EdgeRules.of(call.world()).requireUserAgent()) {
            throw GraphError.unknownObject("get", id).withStatus(400).failure();
        }
        return MediaFiles.of(call.world())
                .find(id)
                .filter(file -> MediaUrl.isGood(call.world(), id, call.parameter("ext"), call.parameter("hash")))
                .map(file -> Future.succeededFuture(new GraphFile(file.mimeType(), file.bytes()).asAnswer()))
                .orElseThrow(() ->
                        GraphError.unknownObject("get", id).withStatus(404).failure());
    }
}

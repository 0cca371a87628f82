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

/** {@code GET /{media-id}}: what it is, and a fresh address to load it from. */
@ApplicationScoped
class ReadMedia implements GraphOperation {
    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.GET, ObjectKind.MEDIA, "");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        var file = FoundMedia.of(call);
        return Future.succeededFuture(Json.object()
                .put("messaging_product", "whatsapp")
                .put("url", MediaUrl.of(call.world(), call.origin(), file.id()))
                .put("mime_type", file.mimeType())
                .put("sha256", file.hexDigest())
                .put("file_size", Integer.toString(file.bytes().length))
                .put("id", file.id()));
    }
}

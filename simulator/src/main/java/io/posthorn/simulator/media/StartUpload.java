package io.posthorn.simulator.media;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** {@code POST /{app-id}/uploads}: announces a file. */
@ApplicationScoped
class StartUpload implements GraphOperation {
    private static final List<String> TYPES =
            List.of("application/pdf", "image/jpeg", "image/jpg", "image/png", "video/mp4");
    private static final int LARGEST = 100 * 1024 * 1024;

    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.POST, ObjectKind.APP, "uploads");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        var length = length(call.required("file_length"));
        var type = call.required("file_type");
        if (!TYPES.contains(type)) {
            throw GraphError.of(
                            100,
                            "Param file_type must be one of {%s} - got \"%s\"."
                                    .formatted(String.join(", ", TYPES), type))
                    .failure();
        }
        var session = UploadSessions.of(call.world()).begin(type, length);
        return Future.succeededFuture(Json.object().put("id", session.address()));
    }

    private static int length(String text) {
        if (!text.matches("[1-9]\\d{0,8}") || Integer.parseInt(text) > LARGEST) {
            throw GraphError.of(100, "Param file_length must be an integer from 1 to %d.".formatted(LARGEST))
                    .failure();
        }
        return Integer.parseInt(text);
    }
}

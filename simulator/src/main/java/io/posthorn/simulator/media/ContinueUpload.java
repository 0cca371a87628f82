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

/** {@code POST /upload:...}: bytes from an offset on. The last of them bring the handle. */
@ApplicationScoped
class ContinueUpload implements GraphOperation {
    private final MediaStore store;

    ContinueUpload(MediaStore store) {
        this.store = store;
    }

    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.POST, ObjectKind.UPLOAD, "");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        var session = FoundUpload.of(call);
        var bytes = call.attachment().raw();
        if (!store.hasRoom(bytes.length)) {
            throw GraphError.of(2)
                    .withDetails("The simulator has no room for more media")
                    .failure();
        }
        if (!session.append(offset(call), bytes)) {
            throw GraphError.of(
                            100,
                            "The file_offset must be %d, and no more bytes may follow than file_length announced."
                                    .formatted(session.offset()))
                    .failure();
        }
        return Future.succeededFuture(session.isComplete() ? handle(call, session) : ReadUpload.progress(session));
    }

    private static JsonNode handle(GraphCall call, UploadSession session) {
        if (!FileSigns.fit(session.mimeType().replace("image/jpg", "image/jpeg"), session.bytes())) {
            throw GraphError.of(100, "The file is not of the type %s.".formatted(session.mimeType()))
                    .failure();
        }
        return Json.object()
                .put(
                        "h",
                        UploadSessions.of(call.world())
                                .complete(session, call.app().id()));
    }

    private static int offset(GraphCall call) {
        var offset = call.attachment().fileOffset().orElse("");
        if (!offset.matches("\\d{1,9}")) {
            throw GraphError.of(100, "The header file_offset is required.").failure();
        }
        return Integer.parseInt(offset);
    }
}

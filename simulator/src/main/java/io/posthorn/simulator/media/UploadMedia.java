package io.posthorn.simulator.media;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.graph.Attachment.FilePart;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** {@code POST /{phone-number-id}/media}: a form with the file. */
@ApplicationScoped
class UploadMedia implements GraphOperation {
    private static final int MEDIA_UPLOAD_ERROR = 131053;
    private static final int API_SERVICE = 2;

    private final MediaStore store;

    UploadMedia(MediaStore store) {
        this.store = store;
    }

    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.POST, ObjectKind.PHONE_NUMBER, "media");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        call.requireProduct();
        var part = call.attachment().file().orElseThrow(() -> GraphError.of(100, "The parameter file is required.")
                .failure());
        var mimeType = mimeType(call, part);
        check(mimeType, part.bytes());
        var file = store.upload(call.world(), call.number().id(), mimeType, part.bytes())
                .orElseThrow(() -> GraphError.of(API_SERVICE)
                        .withDetails("The simulator has no room for more media")
                        .failure());
        return Future.succeededFuture(Json.object().put("id", file.id()));
    }

    /** The parameter {@code type} if there is one, as it need not be what the part of the form says. */
    private static String mimeType(GraphCall call, FilePart part) {
        var said = call.parameter("type").isEmpty() ? part.contentType() : call.parameter("type");
        return said.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    }

    private static void check(String mimeType, byte[] file) {
        var kind = MediaKind.of(mimeType).orElseThrow(() -> GraphError.of(
                        100,
                        "Param file must be a file with one of the following types: %s. Received file of type '%s'."
                                .formatted(MediaKind.all(), mimeType))
                .failure());
        FileRules.misfit(kind, mimeType, file, file.length).ifPresent(reason -> {
            throw GraphError.of(MEDIA_UPLOAD_ERROR).withDetails(reason).failure();
        });
    }
}

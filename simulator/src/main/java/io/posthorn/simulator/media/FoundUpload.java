package io.posthorn.simulator.media;

import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphError;

/** Finds the upload that a call is about; a wrong signature is as good as none. */
final class FoundUpload {
    private FoundUpload() {}

    static UploadSession of(GraphCall call) {
        return UploadSessions.of(call.world())
                .find(call.objectId())
                .filter(session -> session.isSignedWith(call.parameter("sig")))
                .orElseThrow(
                        () -> GraphError.unknownObject("post", call.objectId()).failure());
    }
}

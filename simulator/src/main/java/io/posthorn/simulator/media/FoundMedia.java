package io.posthorn.simulator.media;

import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphError;

/** Finds the file that a call is about; with {@code phone_number_id} only if it belongs to that number. */
final class FoundMedia {
    private FoundMedia() {}

    static MediaFile of(GraphCall call) {
        var number = call.parameter("phone_number_id");
        return MediaFiles.of(call.world())
                .find(call.objectId())
                .filter(file -> number.isEmpty() || number.equals(file.owner()))
                .orElseThrow(
                        () -> GraphError.unknownObject("get", call.objectId()).failure());
    }
}

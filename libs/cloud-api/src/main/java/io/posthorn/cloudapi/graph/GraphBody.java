package io.posthorn.cloudapi.graph;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClientRequest;
import io.vertx.mutiny.core.http.HttpClientResponse;

/** What goes with a request, and how it is sent. */
public interface GraphBody {
    GraphBody NONE = HttpClientRequest::send;

    Uni<HttpClientResponse> send(HttpClientRequest request);

    static GraphBody json(JsonNode body) {
        return request -> request.putHeader("Content-Type", "application/json").send(Buffer.buffer(body.toString()));
    }
}

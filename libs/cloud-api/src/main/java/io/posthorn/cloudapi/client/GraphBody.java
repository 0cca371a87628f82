package io.posthorn.cloudapi.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClientRequest;
import io.vertx.mutiny.core.http.HttpClientResponse;

/** What goes with a request, and how it is sent. */
interface GraphBody {
    Uni<HttpClientResponse> send(HttpClientRequest request);

    /** Null for a request without a body. */
    static GraphBody json(JsonNode body) {
        return body == null
                ? HttpClientRequest::send
                : request ->
                        request.putHeader("Content-Type", "application/json").send(Buffer.buffer(body.toString()));
    }
}

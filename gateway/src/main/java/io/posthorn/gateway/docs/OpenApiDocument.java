package io.posthorn.gateway.docs;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/** {@code GET /openapi}: merged from the services' own documents, kept here by a test of all of them. */
@Singleton
class OpenApiDocument {
    static final int AFTER_THE_DOOR = -2000;

    private final Buffer text = read();

    void open(@Observes Router router) {
        router.route("/openapi")
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .order(AFTER_THE_DOOR)
                .handler(this::answer);
    }

    JsonObject content() {
        return text.toJsonObject();
    }

    private void answer(RoutingContext context) {
        context.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "public, max-age=300")
                .end(text);
    }

    private static Buffer read() {
        try (var document = OpenApiDocument.class.getResourceAsStream("openapi.json")) {
            return Buffer.buffer(document.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

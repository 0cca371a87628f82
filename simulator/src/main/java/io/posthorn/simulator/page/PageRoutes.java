package io.posthorn.simulator.page;

import io.posthorn.simulator.control.ControlAnswer;
import io.posthorn.simulator.control.ControlRequest;
import io.posthorn.simulator.control.ControlRoute;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** {@code /} and the documents of the control API. Nothing comes from elsewhere, and nothing but our script runs. */
@ApplicationScoped
class PageRoutes {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Stream stream;

    PageRoutes(Stream stream) {
        this.stream = stream;
    }

    void register(@Observes Router router) {
        var routes = DocumentedRoute.all();
        var document = Buffer.buffer(ReadableDocument.of(routes));
        serve(router, "/", "text/html", file("index.html"));
        serve(router, "/_sim/page.js", "text/javascript", file("page.js"));
        serve(router, "/_sim/page.css", "text/css", file("page.css"));
        serve(router, "/_sim/", "text/html", document);
        router.route(HttpMethod.GET, "/_sim/stream").handler(stream);
        ControlRoute.add(router, HttpMethod.GET, "/_sim/openapi", this::openApi);
    }

    private Future<ControlAnswer> openApi(ControlRequest request) {
        return ControlAnswer.ok(OpenApiDocument.of(DocumentedRoute.all(), request.origin()));
    }

    private static void serve(Router router, String path, String type, Buffer content) {
        router.route(HttpMethod.GET, path).handler(context -> answer(context, type, content));
    }

    private static void answer(RoutingContext context, String type, Buffer content) {
        context.response()
                .putHeader("Content-Type", type + "; charset=utf-8")
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cache-Control", "no-cache")
                .end(content);
    }

    private static Buffer file(String name) {
        try (var file = PageRoutes.class.getResourceAsStream("/page/" + name)) {
            return Buffer.buffer(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

package io.posthorn.gateway.proxy;

import io.posthorn.gateway.route.RequestPath;
import io.posthorn.gateway.route.Route;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** One request that has a way: where it wants to go, by its canonical name. */
record Visit(RoutingContext context, Route route, RequestPath path) {
    HttpServerRequest request() {
        return context.request();
    }

    String method() {
        return request().method().name();
    }

    boolean announcesBody() {
        var headers = request().headers();
        return headers.contains("Content-Length") || headers.contains("Transfer-Encoding");
    }

    /** A client may wait with its body until it is told that it is wanted. */
    void askForBody() {
        if ("100-continue".equalsIgnoreCase(request().getHeader("Expect"))) {
            request().response().writeContinue();
        }
    }

    String target() {
        return path.path() + path.query();
    }
}

package io.posthorn.gateway.proxy;

import io.posthorn.gateway.load.Room;
import io.posthorn.gateway.route.RequestPath;
import io.posthorn.gateway.route.Route;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/** One request that has a way: where it wants to go, by its canonical name. */
record Visit(RoutingContext context, Route route, RequestPath path, Room.Place place) {
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

    boolean wantsWebSocket() {
        return route.upgrades()
                && request().version() == HttpVersion.HTTP_1_1
                && "websocket".equalsIgnoreCase(request().getHeader("Upgrade"))
                && request().headers().contains("Connection", "upgrade", true);
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

package io.posthorn.media.intake;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * What a client still sends when its upload was answered already, which is always a refusal. It is read and dropped, so that
 * the answer gets through, but not for long: then the connection is closed. A reset at once would throw the answer away.
 */
@Singleton
class Leftover {
    private static final int FIRST = Integer.MIN_VALUE + 10;
    private static final long LINGER_MILLIS = 2000;

    void watch(@Observes Router router) {
        router.route().order(FIRST).handler(context -> {
            context.addHeadersEndHandler(answer -> drain(context));
            context.next();
        });
    }

    private static void drain(RoutingContext context) {
        var request = context.request();
        if (request.isEnded() || !hasBody(request)) {
            return;
        }
        var connection = request.connection();
        context.response().putHeader("Connection", "close");
        var late = context.vertx().setTimer(LINGER_MILLIS, timer -> connection.close());
        context.addEndHandler(answered -> {
            if (!request.isEnded()) {
                request.handler(dropped -> {})
                        .exceptionHandler(broken -> {})
                        .endHandler(all -> {
                            context.vertx().cancelTimer(late);
                            connection.close();
                        })
                        .resume();
            }
        });
    }

    private static boolean hasBody(HttpServerRequest request) {
        return request.getHeader("Content-Length") != null || request.getHeader("Transfer-Encoding") != null;
    }
}

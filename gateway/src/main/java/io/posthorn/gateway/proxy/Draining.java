package io.posthorn.gateway.proxy;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** On the way down every answer says good-bye, so clients take their next request to another replica. */
@Singleton
class Draining {
    private volatile boolean begun;

    void begin(@Observes ShutdownDelayInitiatedEvent event) {
        begun = true;
    }

    void mark(RoutingContext context) {
        if (!begun) {
            return;
        }
        var connection = context.request().connection();
        if (context.request().version() == HttpVersion.HTTP_2) {
            connection.shutdown();
        } else {
            context.response().putHeader("Connection", "close");
            context.addEndHandler(answered -> connection.close());
        }
    }
}

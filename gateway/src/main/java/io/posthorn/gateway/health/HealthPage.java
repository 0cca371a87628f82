package io.posthorn.gateway.health;

import io.posthorn.gateway.exchange.OwnContext;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** {@code GET /health}: 200 when all services are ready, 503 when one is not; the body is the same in both cases. */
@Singleton
class HealthPage {
    private static final int AFTER_THE_DOOR = -2000;

    private final SuiteHealth health;

    HealthPage(SuiteHealth health) {
        this.health = health;
    }

    void open(@Observes Router router) {
        router.route(HttpMethod.GET, "/health").order(AFTER_THE_DOOR).handler(this::answer);
        router.route(HttpMethod.HEAD, "/health").order(AFTER_THE_DOOR).handler(this::answer);
    }

    private void answer(RoutingContext context) {
        OwnContext.bring(health.look())
                .onSuccess(look -> context.response()
                        .setStatusCode(look.allUp() ? 200 : 503)
                        .putHeader("Content-Type", "application/json")
                        .putHeader("Cache-Control", "no-store")
                        .end(look.document().toBuffer()))
                .onFailure(context::fail);
    }
}

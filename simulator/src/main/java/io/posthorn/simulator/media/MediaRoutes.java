package io.posthorn.simulator.media;

import io.posthorn.simulator.control.ControlAnswer;
import io.posthorn.simulator.control.ControlRequest;
import io.posthorn.simulator.control.ControlRoute;
import io.posthorn.simulator.world.Worlds;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** {@code /_sim/worlds/{id}/media}: some of Meta's hosts refuse downloads that do not name their client. */
@ApplicationScoped
class MediaRoutes {
    private final Worlds worlds;

    MediaRoutes(Worlds worlds) {
        this.worlds = worlds;
    }

    void register(@Observes Router router) {
        ControlRoute.add(router, HttpMethod.PATCH, "/_sim/worlds/:id/media", this::change);
    }

    private Future<ControlAnswer> change(ControlRequest request) {
        var world = worlds.named(request.path("id"));
        var wish = request.body(ChangeMedia.class);
        EdgeRules.of(world).requireUserAgent(wish.requireUserAgent());
        return ControlAnswer.ok(wish);
    }

    record ChangeMedia(boolean requireUserAgent) {}
}

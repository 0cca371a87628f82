package io.posthorn.simulator.receipt;

import io.posthorn.simulator.control.ControlAnswer;
import io.posthorn.simulator.control.ControlRequest;
import io.posthorn.simulator.control.ControlRoute;
import io.posthorn.simulator.world.Worlds;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** {@code /_sim/typing}: who sees that an answer is being typed. */
@ApplicationScoped
class TypingRoutes {
    private final Worlds worlds;

    TypingRoutes(Worlds worlds) {
        this.worlds = worlds;
    }

    void register(@Observes Router router) {
        ControlRoute.add(router, HttpMethod.GET, "/_sim/typing", this::list);
    }

    private Future<ControlAnswer> list(ControlRequest request) {
        return ControlAnswer.ok(worlds.namedOrAll(request.query("world")).stream()
                .flatMap(world -> Typing.of(world).shown().stream())
                .toList());
    }
}

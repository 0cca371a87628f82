package io.posthorn.simulator.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.ControlAnswer;
import io.posthorn.simulator.control.ControlProblem;
import io.posthorn.simulator.control.ControlRequest;
import io.posthorn.simulator.control.ControlRoute;
import io.posthorn.simulator.outbound.Handshake;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/** {@code /_sim/worlds} and {@code /_sim/reset}. */
@ApplicationScoped
class WorldRoutes {
    private final Worlds worlds;
    private final Handshake handshake;

    WorldRoutes(Worlds worlds, Handshake handshake) {
        this.worlds = worlds;
        this.handshake = handshake;
    }

    void register(@Observes Router router) {
        ControlRoute.add(router, HttpMethod.GET, "/_sim/worlds", this::list);
        ControlRoute.add(router, HttpMethod.POST, "/_sim/worlds", this::create);
        ControlRoute.add(router, HttpMethod.GET, "/_sim/worlds/:id", this::show);
        ControlRoute.add(router, HttpMethod.PATCH, "/_sim/worlds/:id", this::change);
        ControlRoute.add(router, HttpMethod.DELETE, "/_sim/worlds/:id", this::delete);
        ControlRoute.add(router, HttpMethod.POST, "/_sim/reset", this::reset);
    }

    private Future<ControlAnswer> list(ControlRequest request) {
        return ControlAnswer.ok(worlds.all().stream().map(WorldView::of).toList());
    }

    private Future<ControlAnswer> show(ControlRequest request) {
        return ControlAnswer.ok(WorldView.of(worlds.named(request.path("id"))));
    }

    private Future<ControlAnswer> create(ControlRequest request) {
        var wishes = request.body();
        var world = worlds.create(seed(wishes));
        return proven(world, world.settings().patched(wishes)).compose(settings -> {
            world.change(settings);
            return ControlAnswer.created(WorldView.of(worlds.add(world)));
        });
    }

    private Future<ControlAnswer> change(ControlRequest request) {
        var world = worlds.named(request.path("id"));
        return proven(world, world.settings().patched(request.body())).compose(settings -> {
            world.change(settings);
            return ControlAnswer.ok(WorldView.of(world));
        });
    }

    private Future<ControlAnswer> delete(ControlRequest request) {
        worlds.remove(worlds.named(request.path("id")));
        return ControlAnswer.nothing();
    }

    private Future<ControlAnswer> reset(ControlRequest request) {
        worlds.reset();
        return ControlAnswer.nothing();
    }

    /** The settings, once a callback that has to has proven itself. */
    private Future<WorldSettings> proven(World world, WorldSettings settings) {
        if (!settings.needHandshake(world.settings())) {
            return Future.succeededFuture(settings);
        }
        var tls = settings.webhooks().tls().of(world.identity().appId());
        return handshake
                .refusal(settings.webhookUrl(), tls, settings.verifyToken())
                .map(refusal -> {
                    refusal.ifPresent(WorldRoutes::refuse);
                    return settings;
                });
    }

    private static void refuse(String reason) {
        throw ControlProblem.refused("handshake_failed", "The callback did not prove itself: " + reason);
    }

    private static Optional<Long> seed(ObjectNode wishes) {
        var seed = wishes.remove("seed");
        if (seed == null || seed.isNull()) {
            return Optional.empty();
        }
        if (!seed.canConvertToLong() || !seed.isIntegralNumber()) {
            throw ControlProblem.malformed("seed is a whole number");
        }
        return Optional.of(seed.longValue());
    }
}

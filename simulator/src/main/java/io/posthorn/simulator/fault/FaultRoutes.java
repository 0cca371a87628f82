package io.posthorn.simulator.fault;

import io.posthorn.simulator.control.ControlAnswer;
import io.posthorn.simulator.control.ControlProblem;
import io.posthorn.simulator.control.ControlRequest;
import io.posthorn.simulator.control.ControlRoute;
import io.posthorn.simulator.world.World;
import io.posthorn.simulator.world.Worlds;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** {@code /_sim/faults}. */
@ApplicationScoped
class FaultRoutes {
    private final Worlds worlds;

    FaultRoutes(Worlds worlds) {
        this.worlds = worlds;
    }

    void register(@Observes Router router) {
        ControlRoute.add(router, HttpMethod.GET, "/_sim/faults", this::list);
        ControlRoute.add(router, HttpMethod.POST, "/_sim/faults", this::plan);
        ControlRoute.add(router, HttpMethod.DELETE, "/_sim/faults", this::clear);
    }

    private Future<ControlAnswer> plan(ControlRequest request) {
        var plan = request.body(FaultPlan.class);
        var world = worldOf(plan);
        return ControlAnswer.created(Faults.of(world).plan(plan).toJson().put("world", world.id()));
    }

    private Future<ControlAnswer> list(ControlRequest request) {
        return ControlAnswer.ok(worlds.namedOrAll(request.query("world")).stream()
                .flatMap(world -> Faults.of(world).all().stream()
                        .map(fault -> fault.toJson().put("world", world.id())))
                .toList());
    }

    private Future<ControlAnswer> clear(ControlRequest request) {
        worlds.namedOrAll(request.query("world"))
                .forEach(world -> Faults.of(world).clear());
        return ControlAnswer.nothing();
    }

    /** The world named, else the number's, else the default one. */
    private World worldOf(FaultPlan plan) {
        if (plan.world() != null) {
            return worlds.named(plan.world());
        }
        return plan.phoneNumberId() == null
                ? worlds.defaultWorld()
                : worlds.ofNumber(plan.phoneNumberId())
                        .orElseThrow(() -> ControlProblem.notFound("No number " + plan.phoneNumberId()));
    }
}

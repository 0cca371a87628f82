package io.posthorn.simulator.life;

import io.posthorn.simulator.control.ControlAnswer;
import io.posthorn.simulator.control.ControlProblem;
import io.posthorn.simulator.control.ControlRequest;
import io.posthorn.simulator.control.ControlRoute;
import io.posthorn.simulator.world.Worlds;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** {@code /_sim/worlds/{id}/phones}: switches the phones of customers off and on. */
@ApplicationScoped
class PhoneRoutes {
    private static final String ALL = "/_sim/worlds/:id/phones";
    private static final String ONE = ALL + "/:customer";

    private final Worlds worlds;

    PhoneRoutes(Worlds worlds) {
        this.worlds = worlds;
    }

    void register(@Observes Router router) {
        ControlRoute.add(router, HttpMethod.GET, ALL, this::list);
        ControlRoute.add(router, HttpMethod.PUT, ONE, this::change);
    }

    /** The phones that are off, with how many messages wait for each. */
    private Future<ControlAnswer> list(ControlRequest request) {
        return ControlAnswer.ok(Phones.of(worlds.named(request.path("id"))).all());
    }

    private Future<ControlAnswer> change(ControlRequest request) {
        var phones = Phones.of(worlds.named(request.path("id")));
        var customer = request.path("customer").replaceAll("\\D", "");
        var wish = request.body(Phone.class);
        if (wish.online()) {
            phones.switchOn(customer);
        } else if (!phones.switchOff(customer)) {
            throw ControlProblem.full("Too many phones are off already");
        }
        return ControlAnswer.ok(phones.all());
    }

    record Phone(boolean online) {}
}

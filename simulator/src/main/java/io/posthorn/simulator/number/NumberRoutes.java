package io.posthorn.simulator.number;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.ControlAnswer;
import io.posthorn.simulator.control.ControlProblem;
import io.posthorn.simulator.control.ControlRequest;
import io.posthorn.simulator.control.ControlRoute;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.directory.BusinessNumber;
import io.posthorn.simulator.world.World;
import io.posthorn.simulator.world.Worlds;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** {@code /_sim/worlds/{id}/numbers}: more numbers, what Meta thinks of them, and the code that no phone receives. */
@ApplicationScoped
class NumberRoutes {
    private static final String ALL = "/_sim/worlds/:id/numbers";
    private static final String ONE = ALL + "/:number";
    private static final int FIRST_DIGIT = 4;

    private final Worlds worlds;

    NumberRoutes(Worlds worlds) {
        this.worlds = worlds;
    }

    void register(@Observes Router router) {
        ControlRoute.add(router, HttpMethod.GET, ALL, this::list);
        ControlRoute.add(router, HttpMethod.POST, ALL, this::create);
        ControlRoute.add(router, HttpMethod.GET, ONE, this::show);
        ControlRoute.add(router, HttpMethod.PATCH, ONE, this::change);
        ControlRoute.add(router, HttpMethod.DELETE, ONE, this::delete);
    }

    private Future<ControlAnswer> list(ControlRequest request) {
        var world = worlds.named(request.path("id"));
        return ControlAnswer.ok(world.directory().numbers().stream()
                .map(number -> NumberView.of(world, number))
                .toList());
    }

    /** A number that is verified, registered and ready. */
    private Future<ControlAnswer> create(ControlRequest request) {
        var world = worlds.named(request.path("id"));
        var wish = request.body(CreateNumber.class);
        var account = wish.wabaId() == null ? world.identity().wabaId() : wish.wabaId();
        world.directory().account(account).orElseThrow(() -> ControlProblem.notFound("No account " + account));
        var id = world.nextObjectId(FIRST_DIGIT);
        var line = world.dice().digits(7, "line", id);
        var name = wish.verifiedName() == null ? "Number " + line : wish.verifiedName();
        var display = "+1 555 %s %s".formatted(line.substring(0, 3), line.substring(3));
        var number = new BusinessNumber(id, account, "1555" + line, display, name);
        Numbers.of(world).add(number, NumberState.ready(world.clock().millis()));
        worlds.index(world);
        return ControlAnswer.created(NumberView.of(world, number));
    }

    private Future<ControlAnswer> show(ControlRequest request) {
        var world = worlds.named(request.path("id"));
        return ControlAnswer.ok(NumberView.of(world, number(world, request)));
    }

    private Future<ControlAnswer> change(ControlRequest request) {
        var world = worlds.named(request.path("id"));
        var number = number(world, request);
        var state = Numbers.of(world).of(number);
        ObjectNode merged = Json.MAPPER.valueToTree(state.traits());
        Json.merge(merged, request.body());
        state.become(ControlRequest.as(NumberTraits.class, merged));
        return ControlAnswer.ok(NumberView.of(world, number));
    }

    private Future<ControlAnswer> delete(ControlRequest request) {
        var world = worlds.named(request.path("id"));
        var number = number(world, request);
        if (number.equals(world.number())) {
            throw ControlProblem.refused("first_number", "The number that a world began with stays");
        }
        Numbers.of(world).remove(number);
        worlds.index(world);
        return ControlAnswer.nothing();
    }

    private static BusinessNumber number(World world, ControlRequest request) {
        return world.directory()
                .number(request.path("number"))
                .orElseThrow(() -> ControlProblem.notFound("No number " + request.path("number")));
    }

    record CreateNumber(String wabaId, String verifiedName) {}

    /** As the control API shows it; {@code code} waits to be typed into {@code verify_code}. */
    record NumberView(
            String id,
            String wabaId,
            String displayPhoneNumber,
            String verifiedName,
            boolean registered,
            String code,
            NumberTraits traits) {
        static NumberView of(World world, BusinessNumber number) {
            var state = Numbers.of(world).of(number);
            synchronized (state) {
                return new NumberView(
                        number.id(),
                        number.wabaId(),
                        number.display(),
                        number.verifiedName(),
                        state.isRegistered(),
                        state.verification().code(),
                        state.traits());
            }
        }
    }
}

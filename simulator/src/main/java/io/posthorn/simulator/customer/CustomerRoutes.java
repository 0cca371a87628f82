package io.posthorn.simulator.customer;

import io.posthorn.simulator.control.ControlAnswer;
import io.posthorn.simulator.control.ControlProblem;
import io.posthorn.simulator.control.ControlRequest;
import io.posthorn.simulator.control.ControlRoute;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.webhook.Webhooks;
import io.posthorn.simulator.world.MemoryGuard;
import io.posthorn.simulator.world.World;
import io.posthorn.simulator.world.Worlds;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** {@code /_sim/customers}: customers write in, and one can see what the business has read. */
@ApplicationScoped
class CustomerRoutes {
    private final Worlds worlds;
    private final Mailbox mailbox;
    private final Webhooks webhooks;

    CustomerRoutes(Worlds worlds, Mailbox mailbox, Webhooks webhooks) {
        this.worlds = worlds;
        this.mailbox = mailbox;
        this.webhooks = webhooks;
    }

    void register(@Observes Router router) {
        ControlRoute.add(router, HttpMethod.GET, "/_sim/customers/:customer/messages", this::list);
        ControlRoute.add(router, HttpMethod.POST, "/_sim/customers/:customer/messages", this::write);
    }

    private Future<ControlAnswer> write(ControlRequest request) {
        var writing = request.body(WriteMessage.class);
        if (writing.phoneNumberId == null || writing.type == null) {
            throw ControlProblem.malformed("phoneNumberId and type are required");
        }
        if (writing.claimsIdentity()) {
            throw ControlProblem.refused("invalid_value", "from and id are the simulator's to give");
        }
        if (writing.isEmptyText()) {
            throw ControlProblem.refused("invalid_value", "A text message needs a text");
        }
        var world = worldOf(writing.phoneNumberId);
        if (webhooks.areCongested(world) || MemoryGuard.isNearlyFull()) {
            throw ControlProblem.full("Too many webhooks are waiting, or the memory is nearly full");
        }
        var wamid = mailbox.write(world, customer(request), writing, request.origin());
        return ControlAnswer.created(Json.object().put("wamid", wamid));
    }

    private Future<ControlAnswer> list(ControlRequest request) {
        var customer = customer(request);
        return ControlAnswer.ok(worlds.namedOrAll(request.query("world")).stream()
                .flatMap(world -> Customers.of(world).writtenBy(customer).stream())
                .map(CustomerMessage::view)
                .toList());
    }

    private World worldOf(String phoneNumberId) {
        return worlds.ofNumber(phoneNumberId).orElseThrow(() -> ControlProblem.notFound("No number " + phoneNumberId));
    }

    private static String customer(ControlRequest request) {
        var digits = request.path("customer").replaceAll("[+\\-() ]", "");
        if (!digits.matches("\\d{5,20}")) {
            throw ControlProblem.refused("invalid_value", "A customer is named by the digits of their WhatsApp id");
        }
        return digits;
    }
}

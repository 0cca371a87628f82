package io.posthorn.simulator.inbound;

import io.posthorn.simulator.control.ControlAnswer;
import io.posthorn.simulator.control.ControlProblem;
import io.posthorn.simulator.control.ControlRequest;
import io.posthorn.simulator.control.ControlRoute;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.customer.BlockList;
import io.posthorn.simulator.customer.NamedCustomer;
import io.posthorn.simulator.webhook.Webhooks;
import io.posthorn.simulator.world.MemoryGuard;
import io.posthorn.simulator.world.World;
import io.posthorn.simulator.world.Worlds;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** {@code POST /_sim/customers/{customer}/messages}: a customer writes in. */
@ApplicationScoped
class InboundRoutes {
    private static final int LARGEST_WORDS = 256 * 1024;

    private final Worlds worlds;
    private final Mailbox mailbox;
    private final Webhooks webhooks;

    InboundRoutes(Worlds worlds, Mailbox mailbox, Webhooks webhooks) {
        this.worlds = worlds;
        this.mailbox = mailbox;
        this.webhooks = webhooks;
    }

    void register(@Observes Router router) {
        ControlRoute.add(router, HttpMethod.POST, "/_sim/customers/:customer/messages", this::write);
    }

    private Future<ControlAnswer> write(ControlRequest request) {
        var wish = request.body(WriteMessage.class);
        if (wish.type == null) {
            throw ControlProblem.malformed("type is required");
        }
        if (!wish.hasMedia() && request.context().body().length() > LARGEST_WORDS) {
            throw Wish.wrong("A message without media has at most %d bytes".formatted(LARGEST_WORDS));
        }
        var named = NamedCustomer.of(worlds, wish.phoneNumberId, request);
        refuseBlocked(named);
        refuseTooMuch(named.world());
        var wamid = mailbox.write(new Writing(named.world(), named.number(), named.digits(), wish, request.origin()));
        return ControlAnswer.created(Json.object().put("wamid", wamid));
    }

    private static void refuseBlocked(NamedCustomer named) {
        if (BlockList.of(named.world()).isBlocked(named.number().id(), named.digits())) {
            throw ControlProblem.refused("blocked", "The number has blocked the customer, nothing would arrive");
        }
    }

    private void refuseTooMuch(World world) {
        if (webhooks.areCongested(world) || MemoryGuard.isNearlyFull()) {
            throw ControlProblem.full("Too many webhooks are waiting, or the memory is nearly full");
        }
    }
}

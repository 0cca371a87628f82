package io.posthorn.simulator.notice;

import io.posthorn.simulator.control.ControlAnswer;
import io.posthorn.simulator.control.ControlProblem;
import io.posthorn.simulator.control.ControlRequest;
import io.posthorn.simulator.control.ControlRoute;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.customer.Customers;
import io.posthorn.simulator.directory.BusinessNumber;
import io.posthorn.simulator.webhook.Update;
import io.posthorn.simulator.webhook.Webhooks;
import io.posthorn.simulator.world.World;
import io.posthorn.simulator.world.Worlds;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** {@code POST /_sim/worlds/{id}/notices}: Meta tells something about a number, an account or anything else. */
@ApplicationScoped
class NoticeRoutes {
    private static final String CALLS = "calls";

    private final Worlds worlds;
    private final Notices notices;
    private final Webhooks webhooks;

    NoticeRoutes(Worlds worlds, Notices notices, Webhooks webhooks) {
        this.worlds = worlds;
        this.notices = notices;
        this.webhooks = webhooks;
    }

    void register(@Observes Router router) {
        ControlRoute.add(router, HttpMethod.POST, "/_sim/worlds/:id/notices", this::give);
    }

    private Future<ControlAnswer> give(ControlRequest request) {
        var world = worlds.named(request.path("id"));
        var wish = request.body(Notice.class);
        var number = number(world, wish);
        var update = notices.make(world, number, account(world, number, wish), wish);
        if (wish.dashboardTest()) {
            return webhooks.test(world, update).compose(status -> answer(update));
        }
        if (webhooks.areCongested(world)) {
            throw ControlProblem.full("Too many webhooks are waiting");
        }
        if (update.field().equals(CALLS) && wish.customer() != null) {
            Customers.of(world).called(number.id(), wish.digits());
        }
        webhooks.tell(world, update);
        return answer(update);
    }

    private static Future<ControlAnswer> answer(Update update) {
        return ControlAnswer.created(Json.object().put("field", update.field()).set("value", update.value()));
    }

    private static BusinessNumber number(World world, Notice wish) {
        if (wish.phoneNumberId() == null) {
            return world.number();
        }
        return world.directory()
                .number(wish.phoneNumberId())
                .orElseThrow(() -> ControlProblem.notFound("No number " + wish.phoneNumberId()));
    }

    /** The account named, else the number's. */
    private static String account(World world, BusinessNumber number, Notice wish) {
        if (wish.wabaId() == null) {
            return number.wabaId();
        }
        return world.directory()
                .account(wish.wabaId())
                .orElseThrow(() -> ControlProblem.notFound("No account " + wish.wabaId()))
                .id();
    }
}

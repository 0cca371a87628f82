package io.posthorn.simulator.limit;

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
import java.util.List;

/** {@code /_sim/worlds/{id}/numbers/{number}/recipients}: to whom a test number may write. */
@ApplicationScoped
class AllowListRoutes {
    private static final String PATH = "/_sim/worlds/:id/numbers/:number/recipients";
    private static final int MOST = 5;

    private final Worlds worlds;

    AllowListRoutes(Worlds worlds) {
        this.worlds = worlds;
    }

    void register(@Observes Router router) {
        ControlRoute.add(router, HttpMethod.GET, PATH, this::show);
        ControlRoute.add(router, HttpMethod.PUT, PATH, this::set);
    }

    private Future<ControlAnswer> show(ControlRequest request) {
        return ControlAnswer.ok(list(request).all(request.path("number")));
    }

    private Future<ControlAnswer> set(ControlRequest request) {
        var wish = request.body(Recipients.class);
        var list = list(request);
        list.set(request.path("number"), wish.digits());
        return ControlAnswer.ok(list.all(request.path("number")));
    }

    private AllowLists list(ControlRequest request) {
        var world = worlds.named(request.path("id"));
        world.directory()
                .number(request.path("number"))
                .orElseThrow(() -> ControlProblem.notFound("No number " + request.path("number")));
        return AllowLists.of(world);
    }

    record Recipients(List<String> recipients) {
        Recipients {
            if (recipients == null || recipients.size() > MOST) {
                throw new IllegalArgumentException("recipients has up to %d numbers".formatted(MOST));
            }
        }

        List<String> digits() {
            return recipients.stream()
                    .map(number -> number.replaceAll("\\D", ""))
                    .toList();
        }
    }
}

package io.posthorn.simulator.group;

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

/** {@code /_sim/worlds/{id}/groups}: groups that can be written to. */
@ApplicationScoped
class GroupRoutes {
    private static final String PATH = "/_sim/worlds/:id/groups";
    private static final int MOST_PARTICIPANTS = 8;

    private final Worlds worlds;

    GroupRoutes(Worlds worlds) {
        this.worlds = worlds;
    }

    void register(@Observes Router router) {
        ControlRoute.add(router, HttpMethod.GET, PATH, this::list);
        ControlRoute.add(router, HttpMethod.POST, PATH, this::open);
    }

    private Future<ControlAnswer> list(ControlRequest request) {
        return ControlAnswer.ok(Groups.of(worlds.named(request.path("id"))).all());
    }

    private Future<ControlAnswer> open(ControlRequest request) {
        var world = worlds.named(request.path("id"));
        var wish = request.body(OpenGroup.class);
        var number = wish.phoneNumberId() == null ? world.number().id() : wish.phoneNumberId();
        world.directory().number(number).orElseThrow(() -> ControlProblem.notFound("No number " + number));
        return ControlAnswer.created(Groups.of(world).open(number, wish.digits()));
    }

    record OpenGroup(String phoneNumberId, List<String> participants) {
        OpenGroup {
            if (participants == null || participants.isEmpty() || participants.size() > MOST_PARTICIPANTS) {
                throw new IllegalArgumentException("participants has 1 to %d numbers".formatted(MOST_PARTICIPANTS));
            }
        }

        List<String> digits() {
            return participants.stream()
                    .map(number -> number.replaceAll("\\D", ""))
                    .toList();
        }
    }
}

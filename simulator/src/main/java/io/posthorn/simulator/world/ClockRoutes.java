package io.posthorn.simulator.world;

import io.posthorn.simulator.control.ControlAnswer;
import io.posthorn.simulator.control.ControlProblem;
import io.posthorn.simulator.control.ControlRequest;
import io.posthorn.simulator.control.ControlRoute;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/** {@code /_sim/clock}: moves the clock of one world, or of all. */
@ApplicationScoped
class ClockRoutes {
    private static final long TEN_YEARS = 10L * 366 * 24 * 3600;

    private final Worlds worlds;

    ClockRoutes(Worlds worlds) {
        this.worlds = worlds;
    }

    void register(@Observes Router router) {
        ControlRoute.add(router, HttpMethod.GET, "/_sim/clock", this::show);
        ControlRoute.add(router, HttpMethod.POST, "/_sim/clock", this::move);
    }

    private Future<ControlAnswer> show(ControlRequest request) {
        return ControlAnswer.ok(readings(request.query("world")));
    }

    private Future<ControlAnswer> move(ControlRequest request) {
        var wish = request.body(MoveClock.class);
        var world = Optional.ofNullable(wish.world());
        worlds.namedOrAll(world).forEach(wish::apply);
        return ControlAnswer.ok(readings(world));
    }

    private TreeMap<String, String> readings(Optional<String> world) {
        var readings = new TreeMap<String, String>();
        worlds.namedOrAll(world)
                .forEach(each -> readings.put(each.id(), each.clock().now().toString()));
        return readings;
    }

    /** Any of: move on, set, freeze or let go; a frozen clock moves only when told to. */
    record MoveClock(String world, Long advanceSeconds, String set, Boolean frozen) {
        MoveClock {
            if (advanceSeconds != null) {
                Check.between("advanceSeconds", advanceSeconds, 0, TEN_YEARS);
            }
        }

        void apply(World world) {
            var clock = world.clock();
            if (frozen != null) {
                clock.freeze(frozen);
            }
            if (set != null) {
                clock.set(time());
            }
            if (advanceSeconds != null) {
                clock.advance(Duration.ofSeconds(advanceSeconds));
            }
            world.timeline().clockMoved();
        }

        private Instant time() {
            try {
                return Instant.parse(set);
            } catch (DateTimeException notATime) {
                throw ControlProblem.refused("invalid_value", "set is a time such as 2026-09-01T12:00:00Z");
            }
        }
    }
}

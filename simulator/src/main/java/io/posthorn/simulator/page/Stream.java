package io.posthorn.simulator.page;

import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.world.World;
import io.posthorn.simulator.world.Worlds;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Server-sent events that say when it is worth looking again; what there is to see, the control API tells. */
@ApplicationScoped
class Stream implements Handler<RoutingContext> {
    private static final int LOOK_EVERY_MILLIS = 250;
    private static final int LOOKS_BETWEEN_SIGNS_OF_LIFE = 60;
    private static final int MOST_WATCHERS = 50;

    private final Vertx vertx;
    private final Worlds worlds;
    private final AtomicInteger watchers = new AtomicInteger();

    Stream(Vertx vertx, Worlds worlds) {
        this.vertx = vertx;
        this.worlds = worlds;
    }

    @Override
    public void handle(RoutingContext context) {
        var world = worlds.find(
                Optional.ofNullable(context.request().getParam("world")).orElse("default"));
        if (world.isEmpty()) {
            context.response().setStatusCode(404).end();
        } else if (watchers.incrementAndGet() > MOST_WATCHERS) {
            watchers.decrementAndGet();
            context.response().setStatusCode(503).putHeader("Retry-After", "5").end();
        } else {
            watch(context.response(), world.get());
        }
    }

    private void watch(HttpServerResponse response, World world) {
        response.setChunked(true)
                .putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Accel-Buffering", "no");
        var watcher = new Watcher(response, world);
        watcher.look();
        var timer = vertx.setPeriodic(LOOK_EVERY_MILLIS, ignored -> watcher.look());
        response.closeHandler(closed -> {
            vertx.cancelTimer(timer);
            watchers.decrementAndGet();
        });
    }

    /** One open stream; used by one event loop. */
    private static final class Watcher {
        private final HttpServerResponse response;
        private final World world;
        private long seen = -1;
        private int quietLooks;

        Watcher(HttpServerResponse response, World world) {
            this.response = response;
            this.world = world;
        }

        void look() {
            if (response.closed() || response.writeQueueFull()) {
                return;
            }
            var changes = world.changes();
            if (changes != seen) {
                seen = changes;
                quietLooks = 0;
                var data = Json.object().put("world", world.id()).put("changes", changes);
                response.write("event: change\ndata: " + data + "\n\n");
            } else if (++quietLooks >= LOOKS_BETWEEN_SIGNS_OF_LIFE) {
                quietLooks = 0;
                response.write(": still here\n\n");
            }
        }
    }
}

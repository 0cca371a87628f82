package io.posthorn.gateway.health;

import io.posthorn.gateway.route.GatewayConfig;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How all services do. However often it is asked, each service is asked about once per second. */
@Singleton
class SuiteHealth {
    /** One look at everything, at one moment. */
    record Look(boolean allUp, JsonObject document) {}

    private final GatewayConfig config;
    private final ServiceProbe probe;
    private final Duration fresh;
    private final Clock clock;
    private final String environment;
    private Future<Look> last;
    private Instant lastBegan = Instant.EPOCH;

    SuiteHealth(
            GatewayConfig config,
            ServiceProbe probe,
            HealthConfig health,
            Clock clock,
            @ConfigProperty(name = "environment") String environment) {
        this.config = config;
        this.probe = probe;
        this.fresh = health.fresh();
        this.clock = clock;
        this.environment = environment;
    }

    synchronized Future<Look> look() {
        var now = clock.instant();
        if (last == null || Duration.between(lastBegan, now).abs().compareTo(fresh) >= 0) {
            lastBegan = now;
            last = askAll(now);
        }
        return last;
    }

    private Future<Look> askAll(Instant now) {
        var answers = new TreeMap<String, Future<ServiceHealth>>();
        config.upstreams().forEach((name, upstream) -> answers.put(name, probe.ask(upstream.url())));
        return Future.join(List.copyOf(answers.values())).map(all -> {
            var services = new JsonObject();
            answers.forEach((name, answer) -> services.put(name, answer.result().toJson()));
            long up = answers.values().stream()
                    .filter(answer -> answer.result().up())
                    .count();
            var status = up == answers.size() ? "up" : up == 0 ? "down" : "degraded";
            return new Look(
                    up == answers.size(),
                    new JsonObject()
                            .put("status", status)
                            .put("timestamp", now.truncatedTo(ChronoUnit.MILLIS).toString())
                            .put("environment", environment)
                            .put("services", services));
        });
    }
}

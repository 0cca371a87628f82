package io.posthorn.gateway.health;

import io.posthorn.gateway.route.GatewayConfig;
import io.posthorn.gateway.route.Table;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How all services do. However often it is asked, each service is asked about once per second. */
@Singleton
class SuiteHealth {
    /** One look at everything, at one moment. */
    record Look(boolean allUp, JsonObject document) {}

    private final Table table;
    private final ServiceProbe probe;
    private final Duration fresh;
    private final Clock clock;
    private final String environment;
    private Future<Look> last;
    private Instant lastBegan = Instant.EPOCH;

    SuiteHealth(
            Table table,
            ServiceProbe probe,
            HealthConfig health,
            Clock clock,
            @ConfigProperty(name = "environment") String environment) {
        this.table = table;
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
        table.upstreams().forEach((name, upstream) -> answers.put(name, ask(upstream)));
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

    /** A service does well as long as one of its replicas does. */
    private Future<ServiceHealth> ask(GatewayConfig.UpstreamConfig upstream) {
        var replicas = upstream.url().stream().map(probe::ask).toList();
        return Future.join(replicas).map(all -> replicas.stream()
                .map(Future::result)
                .max(Comparator.comparing(health -> health.up()))
                .orElseThrow());
    }
}

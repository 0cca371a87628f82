package io.posthorn.gateway.upstream;

import io.posthorn.gateway.route.GatewayConfig;
import io.posthorn.gateway.route.Table;
import io.posthorn.gateway.route.TableReplaced;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** All services behind the gateway, by the names that routes use. */
@Singleton
public class Upstreams {
    private static final Duration LAST_ANSWERS = Duration.ofMinutes(5);

    private final Vertx vertx;
    private volatile Map<String, Upstream> byName = Map.of();

    Upstreams(Table table, Vertx vertx) {
        this.vertx = vertx;
        adopt(table.upstreams());
    }

    public Upstream named(String name) {
        return byName.get(name);
    }

    Map<String, Upstream> all() {
        return byName;
    }

    void changed(@Observes TableReplaced news) {
        adopt(news.upstreams());
    }

    /** One that is the same keeps its connections; one that is gone may finish what it began. */
    private void adopt(Map<String, GatewayConfig.UpstreamConfig> rows) {
        var before = byName;
        var after = new HashMap<String, Upstream>();
        rows.forEach((name, row) -> {
            var settings = UpstreamSettings.of(name, row);
            var known = before.get(name);
            after.put(name, known != null && known.settings().equals(settings) ? known : new Upstream(settings, vertx));
        });
        byName = Map.copyOf(after);
        before.values().stream()
                .filter(upstream -> !after.containsValue(upstream))
                .forEach(gone -> vertx.setTimer(LAST_ANSWERS.toMillis(), late -> gone.close()));
    }
}

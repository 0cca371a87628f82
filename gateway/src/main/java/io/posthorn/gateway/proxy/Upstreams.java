package io.posthorn.gateway.proxy;

import io.posthorn.gateway.route.GatewayConfig;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Collectors;

/** All services behind the gateway, by the names that routes use. */
@Singleton
class Upstreams {
    private final Map<String, Upstream> byName;

    Upstreams(GatewayConfig config, Vertx vertx) {
        this.byName = config.upstreams().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, row -> new Upstream(row.getKey(), row.getValue(), vertx)));
    }

    Upstream named(String name) {
        return byName.get(name);
    }
}

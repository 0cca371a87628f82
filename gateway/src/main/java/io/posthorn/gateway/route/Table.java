package io.posthorn.gateway.route;

import jakarta.inject.Singleton;
import java.util.Map;

/** Routes, aliases and upstreams as they are now. They are replaced together, or not at all. */
@Singleton
public class Table {
    private record Rows(RouteTable routes, Aliases aliases, Map<String, GatewayConfig.UpstreamConfig> upstreams) {
        static Rows of(GatewayConfig config) {
            return new Rows(new RouteTable(config), new Aliases(config), Map.copyOf(config.upstreams()));
        }
    }

    private volatile Rows rows;

    Table(GatewayConfig config, TableFile file) {
        this.rows = Rows.of(file.read().map(TableFile::over).orElse(config));
    }

    /** The way of a request, by its canonical path. */
    public Route find(String method, String path) {
        return rows.routes().find(method, path);
    }

    /** The canonical name of a path. */
    public String resolve(String path) {
        return rows.aliases().resolve(path);
    }

    public Map<String, GatewayConfig.UpstreamConfig> upstreams() {
        return rows.upstreams();
    }

    /** Fails when the rows do not fit together; then the old ones hold on. */
    void replace(GatewayConfig config) {
        rows = Rows.of(config);
    }
}

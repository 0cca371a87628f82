package io.posthorn.gateway.health;

import io.vertx.core.json.JsonObject;

/** How one service did when it was asked. */
public record ServiceHealth(boolean up, long latencyMillis, String reason) {
    static ServiceHealth up(long latencyMillis) {
        return new ServiceHealth(true, latencyMillis, null);
    }

    static ServiceHealth down(long latencyMillis, String reason) {
        return new ServiceHealth(false, latencyMillis, reason);
    }

    JsonObject toJson() {
        var json = new JsonObject().put("status", up ? "up" : "down").put("latencyMs", latencyMillis);
        return up ? json : json.put("reason", reason);
    }
}

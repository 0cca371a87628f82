package io.posthorn.telemetry.logging;

import io.smallrye.common.vertx.VertxContext;
import org.jboss.logging.MDC;

/** Names of what stands beside a log line's message ({@code context} in JSON); docs/operations/logs.md explains them. */
public enum LogKeys {
    TRACE("traceId"),
    REQUEST("requestId"),
    WORKSPACE("workspaceId");

    private final String key;

    LogKeys(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    /** For all lines of the request or event that is being worked on; nowhere else, where it would stick to a thread. */
    public void put(Object value) {
        if (VertxContext.isOnDuplicatedContext()) {
            MDC.put(key, value.toString());
        }
    }

    public void remove() {
        MDC.remove(key);
    }
}

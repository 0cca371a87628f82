package io.posthorn.gateway.upstream;

import io.posthorn.gateway.health.ServiceProbe;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Asks the replicas whether they are ready, where there is a choice: one that is going down is left before it is gone. */
@Singleton
class ReplicaWatch {
    private static final long EVERY_MILLIS = 1000;

    private final Upstreams upstreams;
    private final ServiceProbe probe;
    private final Vertx vertx;

    ReplicaWatch(Upstreams upstreams, ServiceProbe probe, Vertx vertx) {
        this.upstreams = upstreams;
        this.probe = probe;
        this.vertx = vertx;
    }

    void begin(@Observes StartupEvent event) {
        vertx.setPeriodic(EVERY_MILLIS, tick -> upstreams.all().values().stream()
                .filter(Upstream::hasOthers)
                .flatMap(upstream -> upstream.replicas().stream())
                .forEach(replica -> probe.ask(replica.url()).onSuccess(health -> replica.ready(health.up()))));
    }
}

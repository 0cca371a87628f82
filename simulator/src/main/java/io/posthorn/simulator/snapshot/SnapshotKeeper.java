package io.posthorn.simulator.snapshot;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Reads the snapshot at the start, and writes it now and then and at the end. */
@ApplicationScoped
class SnapshotKeeper {
    private static final Logger LOG = Logger.getLogger(SnapshotKeeper.class);

    private final Vertx vertx;
    private final SnapshotConfig config;
    private final Snapshots snapshots;

    SnapshotKeeper(Vertx vertx, SnapshotConfig config, Snapshots snapshots) {
        this.vertx = vertx;
        this.config = config;
        this.snapshots = snapshots;
    }

    void begin(@Observes StartupEvent start) {
        config.file().map(path -> new SnapshotFile(path.toAbsolutePath())).ifPresent(this::begin);
    }

    void end(@Observes ShutdownEvent stop) {
        config.file().map(path -> new SnapshotFile(path.toAbsolutePath())).ifPresent(this::write);
    }

    private void begin(SnapshotFile file) {
        file.read().ifPresent(snapshot -> snapshots.restore(snapshot, file.path()));
        write(file);
        // Writing a file blocks, hence the worker.
        vertx.setPeriodic(config.every().toMillis(), timer -> vertx.executeBlocking(() -> {
                    write(file);
                    return null;
                })
                .onFailure(failure -> LOG.warnf("The snapshot was not written: %s", failure.getMessage())));
    }

    private synchronized void write(SnapshotFile file) {
        file.write(snapshots.take());
    }
}

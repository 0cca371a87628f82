package io.posthorn.kit.background;

import io.posthorn.kit.tenant.WorkerTransaction;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;

/** A job that this process wants: takes the lease when it is free and prolongs it in good time. Not for concurrent use. */
public final class HeldLease {
    private final String job;
    private final Duration time;
    private final LeaseStore leases;
    private final WorkerTransaction worker;
    private Lease lease;
    private long renewAt;

    public HeldLease(String job, Duration time, LeaseStore leases, WorkerTransaction worker) {
        this.job = job;
        this.time = time;
        this.leases = leases;
        this.worker = worker;
    }

    /** The lease, when it is ours; asks the database only when a third of its time has passed. */
    public Uni<Optional<Lease>> hold() {
        if (lease != null && System.nanoTime() - renewAt < 0) {
            return Uni.createFrom().item(Optional.of(lease));
        }
        var asked = System.nanoTime();
        return worker.connection(connection -> leases.hold(connection, job, time))
                .invoke(held -> {
                    lease = held.orElse(null);
                    renewAt = asked + time.toNanos() / 3;
                });
    }

    /** Forgets the lease, so that the next call asks the database. */
    public void doubt() {
        lease = null;
    }

    public Uni<Void> release() {
        if (lease == null) {
            return Uni.createFrom().voidItem();
        }
        var held = lease;
        lease = null;
        return worker.connection(connection -> leases.release(connection, held));
    }
}

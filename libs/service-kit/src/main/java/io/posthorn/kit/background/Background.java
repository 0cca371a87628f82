package io.posthorn.kit.background;

import io.micrometer.core.instrument.MeterRegistry;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Runs the loops of a process from its start to its end. Whoever has one is {@code @Startup}, or nobody would make it. */
@ApplicationScoped
public class Background {
    private static final Logger LOG = Logger.getLogger(Background.class);
    private static final long STOPS_WITHIN_SECONDS = 10;

    private record Running(BackgroundLoop loop, Supplier<CompletableFuture<Void>> stop) {}

    private final Vertx vertx;
    private final MeterRegistry meters;
    private final LeaseStore leases;
    private final WorkerTransaction worker;
    private final List<Running> loops = new CopyOnWriteArrayList<>();
    private boolean started;

    public Background(Vertx vertx, MeterRegistry meters, LeaseStore leases, WorkerTransaction worker) {
        this.vertx = vertx;
        this.meters = meters;
        this.leases = leases;
        this.worker = worker;
    }

    /** When the process ends, nobody waits for the step under way. */
    public BackgroundLoop loop(String name, Supplier<Uni<Duration>> step) {
        var loop = new BackgroundLoop(name, vertx, meters, step);
        return run(loop, () -> {
            loop.stop();
            return CompletableFuture.completedFuture(null);
        });
    }

    /** When the process ends, the step under way ends first, and then {@code lastly} is done. */
    public BackgroundLoop loop(String name, Supplier<Uni<Duration>> step, Supplier<Uni<Void>> lastly) {
        var loop = new BackgroundLoop(name, vertx, meters, step);
        return run(loop, () -> loop.stop().thenCompose(done -> lastly.get().subscribeAsCompletionStage()));
    }

    /** In one process at a time, which gives the lease back when it ends. */
    public BackgroundLoop leased(String job, Duration leaseTime, Supplier<Uni<Duration>> step) {
        var lease = new HeldLease(job, leaseTime, leases, worker);
        var rest = Uni.createFrom().item(leaseTime.dividedBy(3));
        return loop(job, () -> lease.hold().chain(held -> held.isPresent() ? step.get() : rest), lease::release);
    }

    private synchronized BackgroundLoop run(BackgroundLoop loop, Supplier<CompletableFuture<Void>> stop) {
        loops.add(new Running(loop, stop));
        if (started) {
            loop.start();
        }
        return loop;
    }

    synchronized void start(@Observes StartupEvent event) {
        started = true;
        loops.forEach(running -> running.loop().start());
    }

    /** Blocks the shutdown thread only. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        try {
            CompletableFuture.allOf(
                            loops.stream().map(running -> running.stop().get()).toArray(CompletableFuture[]::new))
                    .get(STOPS_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException unfinished) {
            LOG.warn("Some background work could not be ended well; it goes on where it was", unfinished);
        }
    }
}

package io.posthorn.devstack.stack;

import io.posthorn.devstack.process.ChildProcess;
import io.posthorn.devstack.process.Memory;
import io.posthorn.devstack.process.Ports;
import io.posthorn.devstack.process.RotatingLog;
import io.posthorn.devstack.process.StartFailure;
import io.posthorn.devstack.process.Together;
import io.posthorn.devstack.store.DatabaseProvisioner.Administrator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The whole suite on this machine. {@link #start} returns when everything is ready, or throws a {@link StartFailure} with
 * the reason after stopping what had been started; {@link #close} leaves no process behind.
 */
public final class Stack implements AutoCloseable {
    private static final List<Part> SERVICES =
            Part.ours().stream().filter(part -> part.schema().isPresent()).toList();
    private static final List<List<Part>> STOP_ORDER = List.of(
            List.of(Part.GATEWAY), SERVICES, List.of(Part.SIMULATOR), List.of(Part.KAFKA, Part.REDIS, Part.POSTGRES));

    private final StackSettings settings;
    private final Progress progress;
    private final RunRecord record;
    private final RotatingLog errors;
    private final Children children;
    private final ServiceProcess services;
    private StackSecrets secrets;
    private StackStores stores;
    private volatile HomeLock lock;
    private volatile boolean interrupted;
    private final Thread ending = new Thread(this::interrupt, "stop");

    public Stack(StackSettings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
        this.errors = new RotatingLog(settings.home().resolve("logs").resolve("error.log"));
        this.record = new RunRecord(settings.home());
        this.children = new Children(record, errors, settings);
        this.services = new ServiceProcess(settings);
    }

    /** Ends with this JVM at the latest, also when that is told to end. */
    public static Stack started(StackSettings settings, Progress progress) {
        var stack = new Stack(settings, progress);
        Runtime.getRuntime().addShutdownHook(stack.ending);
        stack.start();
        return stack;
    }

    public void start() {
        long begin = System.nanoTime();
        try {
            lock = HomeLock.take(settings.home());
            clean();
            settings.processes().forEach(services::requireBuilt);
            secrets = StackSecrets.loadOrCreate(settings.home());
            stores = new StackStores(settings, secrets, children::launcher);
            PortCheck.requireFree(parts(), settings.ports());
            record.addSupervisor(settings.ports().of(Part.SMTP));
            Together.run(firstSteps());
            stores.prepare();
            Together.run(serviceSteps());
            record.ready(RunRecord.SUPERVISOR, Duration.ofNanos(System.nanoTime() - begin));
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    public String url(Part part) {
        return settings.ports().url(part);
    }

    public StackSettings settings() {
        return settings;
    }

    public StackSecrets secrets() {
        return secrets;
    }

    /** A superuser of the database, for looking at what really is stored. */
    public Administrator database() {
        return stores.administrator().at(databaseName());
    }

    /** Makes schemas and roles again where they are missing. */
    public void provision() {
        stores.prepare();
    }

    public StoreAddresses stores() {
        return stores.addresses();
    }

    public Optional<ChildProcess> process(Part part) {
        return children.of(part);
    }

    /** Waits for the next part that ends by itself, or was killed by somebody else. */
    public Part awaitDeath() throws InterruptedException {
        return children.nextDeath();
    }

    /** The same, but only for so long. */
    public Optional<Part> awaitDeath(Duration limit) throws InterruptedException {
        return children.nextDeath(limit);
    }

    /** Kills one of our processes at once, as a crash would: it gets no chance to finish anything. */
    public void kill(Part part) {
        children.kill(part);
    }

    /** Starts a part again, stopping it first when it still runs; returns when it is ready. Stores keep their data. */
    public void restart(Part part) {
        restart(part, Map.of());
    }

    /** The same, with these settings until it is started the next time. */
    public void restart(Part part, Map<String, String> also) {
        children.stop(List.of(part));
        if (part.isStore()) {
            timed(part, stores.steps().get(part)).run();
        } else {
            startService(part, also);
        }
    }

    /** One of our processes again, with or without what makes its start quick. */
    public void restart(Part part, StackSettings.QuickStarts quickStarts) {
        children.stop(List.of(part));
        startService(part, Map.of(), QuickStart.of(part, settings.with(quickStarts)));
    }

    /** One more process of a service, on a port of its own; it is not started yet. */
    public Replica replica(Part part) {
        int port = Ports.free();
        var environment = new ServiceEnvironment(settings, secrets, stores.addresses()).of(part);
        environment.put("PORT", Integer.toString(port));
        return new Replica(
                part,
                port,
                name -> services.start(
                        part,
                        name,
                        QuickStart.of(part, settings).optionsOfAnother(),
                        "http://localhost:" + port + "/q/health/ready",
                        environment,
                        children.launcher(part)));
    }

    /** Ends a stack from another thread, also while it is still starting. */
    public void interrupt() {
        interrupted = true;
        close();
    }

    /** Whether a failure to start has no other reason than {@link #interrupt}. */
    public boolean isInterrupted() {
        return interrupted;
    }

    /** Whether stopping will take longer, because later starts are made quick by it. */
    public boolean recordsQuickStarts() {
        return settings.processes().stream()
                .anyMatch(part -> QuickStart.of(part, settings).records());
    }

    public boolean isOpen() {
        return lock != null;
    }

    @Override
    public synchronized void close() {
        if (!interrupted) {
            Runtime.getRuntime().removeShutdownHook(ending);
        }
        if (lock == null) {
            return;
        }
        children.close();
        STOP_ORDER.forEach(children::stop);
        if (stores != null) {
            stores.close();
        }
        errors.close();
        RunRecord.delete(settings.home());
        lock.close();
        lock = null;
    }

    private void clean() {
        int stopped = Leftovers.stop(settings.home());
        if (stopped > 0) {
            progress.note("Stopped %d processes that an earlier start had left behind".formatted(stopped));
        }
    }

    private List<Part> parts() {
        var parts = new ArrayList<>(stores.steps().keySet());
        parts.addAll(settings.processes());
        return parts;
    }

    /** The simulator needs no store, so it need not wait for them. */
    private List<Runnable> firstSteps() {
        var steps = new ArrayList<Runnable>();
        stores.steps().forEach((part, step) -> steps.add(timed(part, step)));
        if (settings.processes().contains(Part.SIMULATOR)) {
            steps.add(() -> startService(Part.SIMULATOR));
        }
        return steps;
    }

    private List<Runnable> serviceSteps() {
        return settings.processes().stream()
                .filter(part -> part != Part.SIMULATOR)
                .map(part -> (Runnable) () -> startService(part))
                .toList();
    }

    private void startService(Part part) {
        startService(part, Map.of());
    }

    private void startService(Part part, Map<String, String> also) {
        startService(part, also, QuickStart.of(part, settings));
    }

    private void startService(Part part, Map<String, String> also, QuickStart quickStart) {
        var environments = new ServiceEnvironment(settings, secrets, stores.addresses());
        if (settings.images().isPresent() && part.schema().isPresent()) {
            services.migrate(part, environments.of(part), children.launcher(part));
        }
        var environment = environments.of(part);
        environment.putAll(also);
        timed(part, () -> services.start(part, quickStart, environment, children.launcher(part)))
                .run();
        children.ready(part, quickStart);
    }

    private Runnable timed(Part part, Runnable step) {
        return () -> {
            long begin = System.nanoTime();
            step.run();
            var after = Duration.ofNanos(System.nanoTime() - begin);
            record.ready(part.label(), after);
            progress.ready(
                    part,
                    after,
                    children.of(part)
                            .map(child -> Memory.resident(child.handle()))
                            .orElse(0L));
        };
    }

    private String databaseName() {
        var url = stores.addresses().database();
        return url.substring(url.lastIndexOf('/') + 1);
    }
}

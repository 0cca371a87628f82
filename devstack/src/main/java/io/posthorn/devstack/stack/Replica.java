package io.posthorn.devstack.stack;

import io.posthorn.devstack.process.ChildProcess;
import java.util.Optional;
import java.util.function.Function;

/** Another process of a service that runs already. The stack ends it when it closes. */
public final class Replica {
    private final Part part;
    private final int port;
    private final Function<String, ChildProcess> starter;
    private ChildProcess process;

    Replica(Part part, int port, Function<String, ChildProcess> starter) {
        this.part = part;
        this.port = port;
        this.starter = starter;
    }

    public int port() {
        return port;
    }

    /** Returns when it is ready. */
    public synchronized void start() {
        process = starter.apply(part.label() + "-2");
    }

    /** Empty while it is not started. */
    public synchronized Optional<ProcessHandle> handle() {
        return Optional.ofNullable(process).map(ChildProcess::handle);
    }

    /** As a crash would end it. */
    public synchronized void kill() {
        if (process != null) {
            process.kill();
            process = null;
        }
    }
}

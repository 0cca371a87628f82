package io.posthorn.endtoend.chaos;

import io.posthorn.devstack.process.ChildProcess;
import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Replica;
import io.posthorn.devstack.stack.Stack;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;

/** The two processes of messaging-service, and which of them holds a lease. */
final class Replicas {
    record Process(String name, Runnable start, Runnable kill) {}

    private final Stack stack;
    private final Replica second;
    private final List<Process> processes;
    /** Who began when. A holder's id is made while its process starts, and carries that time. */
    private final NavigableMap<Long, ProcessHandle> begun = new ConcurrentSkipListMap<>();

    /** The first runs, and the second is started. */
    Replicas(Stack stack, Replica second) {
        this.stack = stack;
        this.second = second;
        this.processes = List.of(
                new Process("messaging-service", () -> stack.restart(Part.MESSAGING), () -> stack.kill(Part.MESSAGING)),
                new Process("messaging-service-2", second::start, second::kill));
        begun.put(0L, handle(processes.getFirst()).orElseThrow());
        start(processes.getLast());
    }

    List<Process> all() {
        return processes;
    }

    void start(Process process) {
        long now = System.currentTimeMillis();
        process.start().run();
        begun.put(now, handle(process).orElseThrow());
    }

    /** Empty when that process has ended. */
    Optional<Process> of(UUID holder) {
        long madeAt = holder.getMostSignificantBits() >>> 16;
        return Optional.ofNullable(begun.floorEntry(madeAt)).flatMap(entry -> processes.stream()
                .filter(process ->
                        handle(process).filter(entry.getValue()::equals).isPresent())
                .findFirst());
    }

    Optional<ProcessHandle> handle(Process process) {
        return process == processes.getFirst()
                ? stack.process(Part.MESSAGING).map(ChildProcess::handle)
                : second.handle();
    }
}

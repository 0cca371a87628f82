package io.posthorn.benchmarks.measure;

import io.posthorn.devstack.process.ChildProcess;
import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Processor time that processes have used since this was made. */
public final class CpuTime {
    private static final double TICKS_PER_SECOND = 100;

    private final Map<String, ProcessHandle> processes;
    private final Map<String, Double> before;

    private final ToDoubleFunction<ProcessHandle> clock;

    private CpuTime(Map<String, ProcessHandle> processes, ToDoubleFunction<ProcessHandle> clock) {
        this.processes = processes;
        this.clock = clock;
        this.before = now();
    }

    /** @param processes by the name that the report shows */
    public static CpuTime of(Map<String, ProcessHandle> processes) {
        return new CpuTime(new LinkedHashMap<>(processes), CpuTime::total);
    }

    /** Only of the children of this process that have ended meanwhile. */
    public static CpuTime ofEndedChildren(String name) {
        return new CpuTime(Map.of(name, ProcessHandle.current()), CpuTime::ended);
    }

    public static CpuTime of(Stack stack, List<Part> parts) {
        var processes = new LinkedHashMap<String, ProcessHandle>();
        parts.forEach(part ->
                stack.process(part).map(ChildProcess::handle).ifPresent(handle -> processes.put(part.label(), handle)));
        return of(processes);
    }

    /** Seconds, by process. */
    public Map<String, Double> used() {
        var used = now();
        used.replaceAll((name, seconds) -> seconds - before.get(name));
        return used;
    }

    public static double sum(Map<String, Double> used) {
        return used.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private Map<String, Double> now() {
        var seconds = new LinkedHashMap<String, Double>();
        processes.forEach((name, process) -> seconds.put(name, clock.applyAsDouble(process)));
        return seconds;
    }

    /** With its children: PostgreSQL works in a process per connection. */
    private static double total(ProcessHandle process) {
        return own(process)
                + ended(process)
                + process.descendants().mapToDouble(CpuTime::own).sum();
    }

    private static double own(ProcessHandle process) {
        return process.info()
                .totalCpuDuration()
                .map(time -> time.toNanos() / 1e9)
                .orElse(0.0);
    }

    /** Of children that have ended, such as PostgreSQL's vacuum workers; Linux tells it, other systems do not. */
    private static double ended(ProcessHandle process) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS_PER_SECOND;
        } catch (IOException notLinux) {
            return 0;
        }
    }
}

package io.posthorn.benchmarks.measure;

import java.util.LinkedHashMap;
import java.util.Map;

/** Processor time that processes have used since this was made. */
public final class CpuTime {
    private final Map<String, ProcessHandle> processes;
    private final Map<String, Double> before;

    private CpuTime(Map<String, ProcessHandle> processes) {
        this.processes = processes;
        this.before = now(processes);
    }

    /** @param processes by the name that the report shows */
    public static CpuTime of(Map<String, ProcessHandle> processes) {
        return new CpuTime(new LinkedHashMap<>(processes));
    }

    /** Seconds, by process. */
    public Map<String, Double> used() {
        var used = now(processes);
        used.replaceAll((name, seconds) -> seconds - before.get(name));
        return used;
    }

    private static Map<String, Double> now(Map<String, ProcessHandle> processes) {
        var seconds = new LinkedHashMap<String, Double>();
        processes.forEach((name, process) -> seconds.put(name, total(process)));
        return seconds;
    }

    /** With its children: PostgreSQL works in a process per connection. */
    private static double total(ProcessHandle process) {
        return own(process) + process.descendants().mapToDouble(CpuTime::own).sum();
    }

    private static double own(ProcessHandle process) {
        return process.info()
                .totalCpuDuration()
                .map(time -> time.toNanos() / 1e9)
                .orElse(0.0);
    }
}

package io.posthorn.benchmarks.start;

import io.posthorn.benchmarks.measure.Figures;
import io.posthorn.benchmarks.measure.Machine;
import io.posthorn.benchmarks.measure.Report;
import io.posthorn.devstack.Places;
import io.posthorn.devstack.demo.Play;
import io.posthorn.devstack.process.ChildProcess;
import io.posthorn.devstack.process.Memory;
import io.posthorn.devstack.stack.Home;
import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Stack;
import io.posthorn.devstack.stack.StackSettings;
import io.posthorn.devstack.stack.StackSettings.QuickStarts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The whole stack's start, the memory of its processes at rest, and each process's start with and without its AOT cache. */
@Command(name = "start", description = "Time until processes are ready, with and without AOT cache, and their memory")
public final class StartCommand implements Callable<Integer> {
    private static final List<Part> SERVICES =
            Part.ours().stream().filter(part -> part != Part.SIMULATOR).toList();
    private static final double MEGABYTE = 1e6;

    @Mixin
    private Places places;

    @Mixin
    private Report report;

    @Option(
            names = "--times",
            defaultValue = "3",
            description = "Each process is started each way (default: ${DEFAULT-VALUE})")
    private int times;

    @Option(
            names = "--idle",
            defaultValue = "60",
            description = "Seconds of rest before memory is read (default: ${DEFAULT-VALUE})")
    private int idleSeconds;

    private final StartTimes starts = new StartTimes();
    private final Map<Part, Figures> parts = new EnumMap<>(Part.class);

    @Override
    public Integer call() throws Exception {
        var home = places.home().resolve("bench");
        Home.startAfresh(home);
        var settings = StackSettings.onFreePorts(places.root(), home);
        train(settings);
        Part.ours().forEach(part -> parts.put(part, new Figures(part.label())));
        var figures =
                new Figures("start").add("processors", Runtime.getRuntime().availableProcessors());
        report.progress("starting the whole stack");
        var machine = new Machine();
        long begin = System.nanoTime();
        try (var stack = Stack.started(settings, starts)) {
            figures.atMost("wholeStackSeconds", (System.nanoTime() - begin) / 1e9, 25)
                    .add("machineBusyPercentMeanwhile", machine.busyPercent());
            Part.ours().forEach(part -> parts.get(part).add("millisTogether", starts.millis(part)));
            measureMemory(stack, figures);
            Part.ours().forEach(part -> measureStarts(stack, part));
        }
        parts.forEach((part, figuresOfPart) -> figures.part(part.label(), figuresOfPart));
        return report.finish(figures);
    }

    /** Also makes the databases, so that afterwards nothing is measured but starting. */
    private void train(StackSettings settings) {
        report.progress("playing the demo, and recording the caches that are missing");
        try (var stack = Stack.started(settings.recordingQuickStarts(), starts)) {
            Play.perform(stack, places.root().resolve("examples/demo"));
        }
    }

    private void measureMemory(Stack stack, Figures figures) throws InterruptedException {
        report.progress("resting for %d s", idleSeconds);
        var machine = new Machine();
        Thread.sleep(Duration.ofSeconds(idleSeconds));
        Part.ours().forEach(part -> parts.get(part).add("residentMegabytes", resident(stack, part)));
        figures.atMost(
                        "residentMegabytesOfSix",
                        SERVICES.stream()
                                .mapToDouble(part -> parts.get(part).value("residentMegabytes"))
                                .sum(),
                        1200)
                .add("machineBusyPercentAtRest", machine.busyPercent());
    }

    /** In turns, so that both meet the same machine; each alone, while all the others rest. */
    private void measureStarts(Stack stack, Part part) {
        report.progress("starting %s %d times each way", part.label(), times);
        var plain = new ArrayList<Double>();
        var quick = new ArrayList<Double>();
        for (int turn = 0; turn < times; turn++) {
            plain.add(millisOf(stack, part, QuickStarts.IGNORED));
            quick.add(millisOf(stack, part, QuickStarts.USED));
        }
        parts.get(part)
                .add("plainMillis", median(plain))
                .atMost("quickMillis", median(quick), 1500)
                .atMost("ratio", median(quick) / median(plain), 0.35);
    }

    private double millisOf(Stack stack, Part part, QuickStarts quickStarts) {
        stack.restart(part, quickStarts);
        return starts.millis(part);
    }

    private static double resident(Stack stack, Part part) {
        return stack.process(part)
                .map(ChildProcess::handle)
                .map(handle -> Memory.own(handle) / MEGABYTE)
                .orElseThrow();
    }

    static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}

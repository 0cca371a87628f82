package io.posthorn.benchmarks.send;

import io.posthorn.benchmarks.measure.Figures;
import io.posthorn.benchmarks.measure.Report;
import io.posthorn.devstack.Places;
import io.posthorn.devstack.stack.Home;
import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Progress;
import io.posthorn.devstack.stack.Stack;
import io.posthorn.devstack.stack.StackSettings;
import io.vertx.core.Vertx;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How fast messages leave, at what cost, and whether each leaves once. */
@Command(name = "send", description = "Messages on their way out: rate, loss, duplicates, processor time per message")
public final class SendCommand implements Callable<Integer> {
    /** In the order in which they run: the first with the simulator, the others with the bare Meta. */
    enum Subject {
        loop,
        dispatcher,
        numbers,
        neighbours
    }

    @Mixin
    private Places places;

    @Mixin
    private Report report;

    @Option(
            names = "--only",
            split = ",",
            description = "Some of ${COMPLETION-CANDIDATES} (default: all, some 8 minutes)")
    private Set<Subject> only = EnumSet.allOf(Subject.class);

    @Override
    public Integer call() throws Exception {
        var home = places.home().resolve("bench");
        Home.startAfresh(home);
        report.progress("starting the stack");
        var vertx = Vertx.vertx();
        try (var meta = new BareMeta(vertx);
                var stack = Stack.started(StackSettings.onFreePorts(places.root(), home), Progress.SILENT)) {
            return report.finish(figures(run(new Ground(stack, meta, vertx, report))));
        } finally {
            vertx.close();
        }
    }

    private Map<Subject, Figures> run(Ground ground) throws Exception {
        var found = new LinkedHashMap<Subject, Figures>();
        if (only.contains(Subject.loop)) {
            found.put(Subject.loop, report.known(new LoopPart(ground).run()));
        }
        if (only.stream().anyMatch(subject -> subject != Subject.loop)) {
            ground.stack()
                    .restart(
                            Part.MESSAGING,
                            Map.of("POSTHORN_GRAPH_URL", ground.meta().url()));
        }
        if (only.contains(Subject.dispatcher)) {
            found.put(Subject.dispatcher, report.known(new DispatcherPart(ground).run()));
        }
        if (only.contains(Subject.numbers)) {
            found.put(Subject.numbers, report.known(new NumbersPart(ground).run()));
        }
        if (only.contains(Subject.neighbours)) {
            found.put(Subject.neighbours, report.known(new NeighboursPart(ground).run()));
        }
        return found;
    }

    /** The first lines are those of the whole loop, or of what was run instead; lost and duplicated are those of all parts. */
    private static Figures figures(Map<Subject, Figures> found) {
        var all = new Figures("send");
        found.values().stream()
                .filter(part -> part.has("cpuMillisPerMessage"))
                .findFirst()
                .ifPresent(part -> all.add("messagesPerSecond", part.value("messagesPerSecond"))
                        .add("cpuMillisPerMessage", part.value("cpuMillisPerMessage")));
        all.atMost("lost", sum(found, "lost"), 0).atMost("duplicated", sum(found, "duplicated"), 0);
        found.forEach((subject, part) -> all.part(subject.name(), part));
        return all;
    }

    private static double sum(Map<Subject, Figures> found, String name) {
        return found.values().stream().mapToDouble(part -> part.value(name)).sum();
    }
}

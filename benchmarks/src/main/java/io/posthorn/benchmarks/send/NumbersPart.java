package io.posthorn.benchmarks.send;

import io.posthorn.benchmarks.measure.CpuTime;
import io.posthorn.benchmarks.measure.Figures;
import io.posthorn.benchmarks.measure.Machine;
import io.posthorn.benchmarks.measure.StatementBooks;
import io.posthorn.devstack.stack.Part;
import java.util.ArrayList;
import java.util.List;

/** Three numbers of the usual level, each with a queue of its own, at the same time. */
final class NumbersPart {
    private static final int NUMBERS = 3;
    private static final int PER_SECOND = 80;
    private static final int BACKLOG = PER_SECOND * 40;
    private static final int STEADY_FROM = PER_SECOND * 5;
    private static final int STEADY_TO = PER_SECOND * 38;

    private final Ground ground;

    NumbersPart(Ground ground) {
        this.ground = ground;
    }

    Figures run() throws Exception {
        ground.warmUp();
        var senders = new ArrayList<Sender>();
        for (int number = 0; number < NUMBERS; number++) {
            var sender = ground.atBareMeta("STANDARD", PER_SECOND);
            sender.meet(BACKLOG);
            senders.add(sender);
        }
        ground.report().progress("numbers: %d at a time, %d messages each", NUMBERS, BACKLOG);
        var machine = new Machine();
        var cpu =
                CpuTime.of(ground.stack(), List.of(Part.MESSAGING, Part.POSTGRES, Part.KAFKA, Part.ADMIN, Part.MEDIA));
        var books = new StatementBooks(ground.stack());
        for (var sender : senders) {
            sender.queue(0, BACKLOG);
        }
        var figures = new Figures(
                "numbers: %d of %d messages a second, %d waiting for each".formatted(NUMBERS, PER_SECOND, BACKLOG));
        int lost = 0;
        int duplicated = 0;
        for (int number = 0; number < NUMBERS; number++) {
            var arrivals = ground.meta().open(senders.get(number).phoneNumberId(), "STANDARD");
            ground.await(BACKLOG, arrivals::different);
            figures.between(
                    "messagesPerSecond.number" + (number + 1),
                    arrivals.perSecond(STEADY_FROM, STEADY_TO),
                    PER_SECOND * 0.98,
                    PER_SECOND * 1.02);
            lost += BACKLOG - arrivals.different();
            duplicated += arrivals.duplicated();
        }
        var used = cpu.used();
        books.print(ground.report());
        figures.atMost("lost", lost, 0)
                .atMost("duplicated", duplicated, 0)
                .add("machineBusyPercent", machine.busyPercent());
        used.forEach((process, seconds) ->
                figures.add("cpuMillisPerMessage." + process, seconds * 1000 / (NUMBERS * BACKLOG)));
        return figures;
    }
}

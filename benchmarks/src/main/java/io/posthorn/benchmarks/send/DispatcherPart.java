package io.posthorn.benchmarks.send;

import io.posthorn.benchmarks.measure.CpuTime;
import io.posthorn.benchmarks.measure.Figures;
import io.posthorn.benchmarks.measure.Machine;
import io.posthorn.benchmarks.measure.StatementBooks;
import io.posthorn.devstack.stack.Part;
import java.util.List;

/** One number of the fastest level works a backlog off; what counts is whether it leaves as fast as Meta allows, and at what cost. */
final class DispatcherPart {
    private static final int PER_SECOND = 1_000;
    private static final int WARM_UP = 20_000;
    private static final int BACKLOG = 60_000;
    /** The steady part: after the first seconds, before the queue runs dry. */
    private static final int STEADY_FROM = 10_000;

    private static final int STEADY_TO = 58_000;
    private static final List<Part> MEASURED = List.of(Part.MESSAGING, Part.POSTGRES, Part.KAFKA, Part.ADMIN);

    private final Ground ground;

    DispatcherPart(Ground ground) {
        this.ground = ground;
    }

    Figures run() throws Exception {
        var sender = ground.atBareMeta("HIGH", PER_SECOND);
        int first = sender.meet(WARM_UP + BACKLOG);
        ground.report().progress("dispatcher: warming up with %d messages", WARM_UP);
        workOff(sender, ground.meta().startAfresh(sender.phoneNumberId()), first, WARM_UP, 0);
        ground.report().progress("dispatcher: a backlog of %d messages", BACKLOG);
        var arrivals = ground.meta().startAfresh(sender.phoneNumberId());
        sender.queue(first + WARM_UP, BACKLOG);
        ground.await(STEADY_FROM, arrivals::count);
        var cpu = CpuTime.of(ground.stack(), MEASURED);
        var machine = new Machine();
        var books = new StatementBooks(ground.stack());
        int from = arrivals.count();
        ground.await(STEADY_TO, arrivals::count);
        var used = cpu.used();
        int steady = arrivals.count() - from;
        double busy = machine.busyPercent();
        books.print(ground.report());
        ground.await(BACKLOG, arrivals::different);
        ground.await(WARM_UP + BACKLOG, () -> sender.shownAs("read"));
        double perSecond = arrivals.perSecond(STEADY_FROM, STEADY_TO);
        var figures = new Figures("dispatcher: one number, %d messages waiting, bare Meta, steady from %d to %d"
                        .formatted(BACKLOG, STEADY_FROM, STEADY_TO))
                .between("messagesPerSecond", perSecond, PER_SECOND * 0.98, PER_SECOND * 1.02)
                .add("slowestSecond", arrivals.slowestSecond(STEADY_FROM, STEADY_TO))
                .atMost("lost", BACKLOG - arrivals.different(), 0)
                .atMost("duplicated", arrivals.duplicated(), 0)
                .atMost("notShownAsRead", WARM_UP + BACKLOG - sender.shownAs("read"), 0)
                .add("machineBusyPercent", busy);
        used.forEach((process, seconds) -> figures.add("cpuMillisPerMessage." + process, seconds * 1000 / steady));
        return figures.add("cpuMillisPerMessage", CpuTime.sum(used) * 1000 / steady);
    }

    private void workOff(Sender sender, Arrivals arrivals, int first, int count, long readBefore) throws Exception {
        sender.queue(first, count);
        ground.await(count, arrivals::different);
        ground.await(readBefore + count, () -> sender.shownAs("read"));
    }
}

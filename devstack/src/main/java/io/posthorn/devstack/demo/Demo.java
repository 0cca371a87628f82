package io.posthorn.devstack.demo;

import io.posthorn.devstack.process.ChildProcess;
import io.posthorn.devstack.stack.Home;
import io.posthorn.devstack.stack.Images;
import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Stack;
import io.posthorn.devstack.stack.StackSettings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Starts a stack of its own from nothing, plays the conversations on it, reports, and leaves no process behind. */
public final class Demo {
    private static final String EXAMPLES = "examples/demo";

    private final Path root;
    private final Path home;
    private final Path report;
    private final PrintStream out;
    private final Instant startedAt = Instant.now();
    private final Timeline timeline;
    private final Stack stack;

    /** @param home of the installation; the demonstration keeps to a folder of its own in it */
    public Demo(Path root, Path home, PrintStream out) {
        this(root, home, out, Optional.empty());
    }

    /** The same on images, when there are any. */
    public Demo(Path root, Path home, PrintStream out, Optional<Images> images) {
        this.root = root;
        this.home = home.resolve("demo");
        this.report = home.resolve("demo-report.json");
        this.out = out;
        this.timeline = new Timeline(out);
        var settings = StackSettings.onFreePorts(root, this.home);
        this.stack = new Stack(images.map(settings::on).orElse(settings), new StartProgress(timeline));
    }

    /** True when all of it was as it should be. */
    public boolean run() {
        var talks = Play.talks(root.resolve(EXAMPLES));
        out.printf("%d customers and a list of recipients from %s%n", talks.size(), EXAMPLES);
        var outcome = play(talks);
        Report.of(startedAt, timeline, outcome, talks).write(report);
        if (talks.stream().anyMatch(talk -> talk.received() > 0)) {
            Summary.print(out, talks);
        }
        Optional.ofNullable(outcome.broadcast()).ifPresent(broadcast -> Summary.print(out, broadcast));
        tell(outcome);
        return outcome.succeeded();
    }

    /** Ends everything, from another thread. */
    public void interrupt() {
        if (stack.isOpen()) {
            out.println("Stopping the demo ...");
            stack.interrupt();
        }
    }

    public boolean isInterrupted() {
        return stack.isInterrupted();
    }

    private Outcome play(List<Talk> talks) {
        try {
            timeline.step("start the stack", this::start);
            var play = new Play(stack, timeline, talks, root.resolve(EXAMPLES));
            play.perform();
            timeline.step("stop the stack", this::stop);
            return Outcome.passed(play);
        } catch (RuntimeException reason) {
            return Outcome.failed(
                    timeline.current(), Optional.ofNullable(reason.getMessage()).orElse(reason.toString()));
        } finally {
            stack.close();
        }
    }

    private void start() {
        Home.startAfresh(home);
        stack.start();
    }

    private void stop() {
        var children = Arrays.stream(Part.values())
                .flatMap(part -> stack.process(part).stream())
                .toList();
        stack.close();
        children.stream().filter(ChildProcess::isAlive).findFirst().ifPresent(child -> {
            throw new DemoFailure(child.name() + " is still running");
        });
        timeline.note("%d processes ended", children.size());
    }

    private void tell(Outcome outcome) {
        if (outcome.succeeded()) {
            out.printf("  Audit log and dashboard agree. Report: %s%n", report);
            return;
        }
        out.printf("%nThe demo failed at \"%s\": %s%n", outcome.failedStep(), outcome.reason());
        out.printf("Logs: %s%nReport: %s%n", home.resolve("logs"), report);
    }
}

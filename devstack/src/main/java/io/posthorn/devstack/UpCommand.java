package io.posthorn.devstack;

import io.posthorn.devstack.process.StartFailure;
import io.posthorn.devstack.stack.Stack;
import io.posthorn.devstack.stack.StackSettings;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Starts everything, stays, and stops everything when it is asked to end. */
@Command(name = "up", description = "Start everything and stay until Ctrl-C")
final class UpCommand implements Callable<Integer> {
    @Mixin
    private Places places;

    @Override
    public Integer call() throws InterruptedException {
        var settings = StackSettings.fromEnvironment(places.root(), places.home(), System.getenv())
                .recordingQuickStarts();
        var screen = new Screen(System.out);
        var stack = new Stack(settings, screen);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack, screen), "stop"));
        long begin = System.nanoTime();
        screen.starting(settings);
        try {
            stack.start();
            screen.started(stack, Duration.ofNanos(System.nanoTime() - begin));
            offerTrial(stack, screen);
            screen.more();
            new Supervision(stack, screen).watch();
            return Main.FAILED;
        } catch (StartFailure failure) {
            if (stack.isInterrupted()) {
                Thread.currentThread().join(); // the reason is the person who stops us; the hook ends this JVM
            }
            throw failure;
        }
    }

    /** Only where WhatsApp is the simulator: nobody's real number is for trying. */
    private static void offerTrial(Stack stack, Screen screen) {
        if (System.getenv("POSTHORN_GRAPH_URL") != null) {
            return;
        }
        try {
            screen.tried(stack, Trial.make(stack));
        } catch (RuntimeException failure) {
            screen.note("No account could be made to try it with: " + failure.getMessage());
        }
    }

    private static void stop(Stack stack, Screen screen) {
        if (stack.isOpen()) {
            screen.note(
                    stack.recordsQuickStarts()
                            ? "Stopping everything; once after a build this takes longer, and makes the next start quick ..."
                            : "Stopping everything ...");
            stack.interrupt();
            screen.note("Stopped. Data is kept; ./posthorn up brings it back.");
        }
    }
}

package io.posthorn.devstack;

import io.posthorn.devstack.demo.Play;
import io.posthorn.devstack.stack.Stack;
import io.posthorn.devstack.stack.StackSettings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Plays the demonstration on a stack of its own and stops it, so that each JVM leaves the cache from which the next ones start quickly. */
@Command(name = "train", description = "Record what makes starts quick")
final class TrainCommand implements Callable<Integer> {
    @Mixin
    private Places places;

    @Override
    public Integer call() {
        var settings = StackSettings.onFreePorts(places.root(), places.home())
                .recordingQuickStarts()
                .patient();
        var stack = new Stack(settings, new Screen(System.out));
        Runtime.getRuntime().addShutdownHook(new Thread(stack::interrupt, "stop"));
        stack.start();
        Play.perform(stack, places.root().resolve("examples/demo"));
        System.out.println("Writing the caches ...");
        stack.close();
        return 0;
    }
}

package io.posthorn.devstack;

import io.posthorn.devstack.demo.Demo;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs conversations through a whole stack of its own and ends with 0 only when all of it was right. */
@Command(name = "demo", description = "Run conversations through the whole suite and report")
final class DemoCommand implements Callable<Integer> {
    @Mixin
    private Places places;

    @Override
    public Integer call() throws InterruptedException {
        var demo = new Demo(places.root(), places.home(), System.out);
        Runtime.getRuntime().addShutdownHook(new Thread(demo::interrupt, "stop"));
        boolean succeeded = demo.run();
        if (demo.isInterrupted()) {
            Thread.currentThread().join(); // a person stops us; the hook ends this JVM
        }
        return succeeded ? 0 : Main.FAILED;
    }
}

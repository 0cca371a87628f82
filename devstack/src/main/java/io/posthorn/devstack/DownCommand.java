package io.posthorn.devstack;

import io.posthorn.devstack.stack.Home;
import io.posthorn.devstack.stack.Leftovers;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Stops what runs, whoever started it. */
@Command(name = "down", description = "Stop everything")
final class DownCommand implements Callable<Integer> {
    @Mixin
    private Places places;

    @Option(names = "--wipe", description = "Also remove all data: database, events, cache and media")
    private boolean wipe;

    @Override
    public Integer call() {
        int stopped = Leftovers.stop(places.home());
        System.out.println(stopped == 0 ? "Nothing was running." : "Stopped " + stopped + " processes.");
        if (wipe) {
            Home.wipeData(places.home());
            System.out.println("Removed " + places.home().resolve("data") + ". Secrets and logs are kept.");
        }
        return 0;
    }
}

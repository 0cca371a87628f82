package io.posthorn.devstack;

import io.posthorn.devstack.demo.Demo;
import io.posthorn.devstack.stack.Images;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs conversations through a whole stack of its own and ends with 0 only when all of it was right. */
@Command(name = "demo", description = "Run conversations through the whole suite and report")
final class DemoCommand implements Callable<Integer> {
    @Mixin
    private Places places;

    @Option(
            names = "--run-image",
            split = " ",
            description =
                    "Run images and not what is built here, with this program and its options: podman run --rm ...")
    private List<String> runImage;

    @Option(
            names = "--image",
            description = "Name of the images, with %%s for the module",
            defaultValue = "posthorn/%s:dev")
    private String image;

    @Override
    public Integer call() throws InterruptedException {
        var demo = new Demo(
                places.root(),
                places.home(),
                System.out,
                Optional.ofNullable(runImage).map(run -> new Images(run, image)));
        Runtime.getRuntime().addShutdownHook(new Thread(demo::interrupt, "stop"));
        boolean succeeded = demo.run();
        if (demo.isInterrupted()) {
            Thread.currentThread().join(); // a person stops us; the hook ends this JVM
        }
        return succeeded ? 0 : Main.FAILED;
    }
}

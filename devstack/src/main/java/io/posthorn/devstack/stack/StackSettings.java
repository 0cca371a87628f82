package io.posthorn.devstack.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Where a stack finds the built modules ({@code installation}), where it keeps what it has ({@code home}), and what it
 * runs. {@code environment} is added to what each of our processes is given; {@code recordsQuickStarts} makes processes that
 * have no {@link QuickStart} record one when they end.
 */
public record StackSettings(
        Path installation,
        Path home,
        StackPorts ports,
        OutsideStores outside,
        List<Part> processes,
        Map<String, String> environment,
        Duration startLimit,
        boolean recordsQuickStarts) {
    /** Of embedded stores. */
    public static final String DATABASE = "posthorn";

    private static final Duration START_LIMIT = Duration.ofSeconds(120);

    public StackSettings(
            Path installation,
            Path home,
            StackPorts ports,
            OutsideStores outside,
            List<Part> processes,
            Map<String, String> environment,
            Duration startLimit) {
        this(installation, home, ports, outside, processes, environment, startLimit, false);
    }

    /** All of our processes on embedded stores, on free ports. */
    public static StackSettings onFreePorts(Path installation, Path home) {
        return new StackSettings(
                installation, home, StackPorts.free(), OutsideStores.none(), Part.ours(), Map.of(), START_LIMIT);
    }

    /** As a person starts it: ports and outside stores as the environment says. */
    public static StackSettings fromEnvironment(Path installation, Path home, Map<String, String> environment) {
        return new StackSettings(
                installation,
                home,
                StackPorts.fromEnvironment(environment),
                OutsideStores.fromEnvironment(environment),
                Part.ours(),
                Map.of(),
                START_LIMIT);
    }

    public StackSettings recordingQuickStarts() {
        return new StackSettings(installation, home, ports, outside, processes, environment, startLimit, true);
    }

    /** The stores alone, for work on what they keep. */
    public StackSettings storesOnly() {
        return new StackSettings(installation, home, ports, outside, List.of(), environment, startLimit);
    }

    public Path data(Part part) {
        return home.resolve("data").resolve(part.label());
    }

    public Path log(Part part) {
        return home.resolve("logs").resolve(part.label() + ".log");
    }

    public Path mediaDirectory() {
        return home.resolve("data").resolve("media");
    }
}

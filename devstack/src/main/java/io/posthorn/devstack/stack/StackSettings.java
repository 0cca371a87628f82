package io.posthorn.devstack.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a stack finds the built modules ({@code installation}), where it keeps what it has ({@code home}), and what it
 * runs. {@code environment} is added to what each of our processes is given; with {@code images} they run from those and not
 * from the built modules.
 */
public record StackSettings(
        Path installation,
        Path home,
        StackPorts ports,
        OutsideStores outside,
        List<Part> processes,
        Map<String, String> environment,
        Duration startLimit,
        QuickStarts quickStarts,
        Optional<Images> images) {
    /** Of embedded stores. */
    public static final String DATABASE = "posthorn";

    /** What becomes of the caches from which JVMs start quickly ({@link QuickStart}); recorded are those that are missing. */
    public enum QuickStarts {
        USED,
        RECORDED,
        IGNORED
    }

    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    /** Where nobody waits before a screen, and a machine may have its hands full. */
    private static final Duration PATIENT_START_LIMIT = Duration.ofMinutes(10);

    public StackSettings(
            Path installation,
            Path home,
            StackPorts ports,
            OutsideStores outside,
            List<Part> processes,
            Map<String, String> environment,
            Duration startLimit) {
        this(
                installation,
                home,
                ports,
                outside,
                processes,
                environment,
                startLimit,
                QuickStarts.USED,
                Optional.empty());
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
        return with(QuickStarts.RECORDED);
    }

    public StackSettings with(QuickStarts quickStarts) {
        return new StackSettings(
                installation, home, ports, outside, processes, environment, startLimit, quickStarts, images);
    }

    public StackSettings patient() {
        return new StackSettings(
                installation, home, ports, outside, processes, environment, PATIENT_START_LIMIT, quickStarts, images);
    }

    public StackSettings on(Images images) {
        return new StackSettings(
                installation,
                home,
                ports,
                outside,
                processes,
                environment,
                PATIENT_START_LIMIT,
                QuickStarts.IGNORED,
                Optional.of(images));
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

package io.posthorn.devstack.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How every JVM of ours is started, here and in benchmarks. Small heaps and the serial collector: on a laptop seven JVMs
 * share a few cores, where parallel collectors only get in each other's way.
 */
public final class JvmSettings {
    private static final Map<Part, String> HEAPS = Map.of(
            Part.KAFKA, "384m",
            Part.SIMULATOR, "192m",
            Part.AUTH, "192m",
            Part.MESSAGING, "256m",
            Part.MEDIA, "192m",
            Part.TEMPLATE, "160m",
            Part.ADMIN, "192m",
            Part.GATEWAY, "192m");

    /** Batches of a thousand statuses live as long as their transaction; in a small young generation all of them would grow old. */
    private static final List<String> LARGE_YOUNG = List.of("-Xms112m", "-Xmn80m");

    private JvmSettings() {}

    public static List<String> of(Part part) {
        var settings = new ArrayList<String>();
        settings.add("-Xmx" + HEAPS.get(part));
        settings.addAll(part == Part.MESSAGING ? LARGE_YOUNG : List.of("-Xms32m"));
        settings.add("-Xss512k");
        settings.add("-XX:+UseSerialGC");
        settings.add("-XX:+UseCompactObjectHeaders");
        settings.add("-XX:ReservedCodeCacheSize=96m");
        settings.add("-XX:+ExitOnOutOfMemoryError");
        settings.add("-XX:-UsePerfData");
        settings.add("--enable-native-access=ALL-UNNAMED");
        settings.add("--sun-misc-unsafe-memory-access=allow");
        return settings;
    }
}

package io.posthorn.devstack.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * How every JVM of ours is started, here, in benchmarks and in images: written once, in the files beside this class. Small heaps and
 * the serial collector: on a laptop seven JVMs share a few cores, where parallel collectors only get in each other's way.
 */
public final class JvmSettings {
    private JvmSettings() {}

    public static List<String> of(Part part) {
        return Stream.concat(read(part.label()), read("common")).toList();
    }

    private static Stream<String> read(String name) {
        try (var stream = JvmSettings.class.getResourceAsStream("jvm/" + name + ".options")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

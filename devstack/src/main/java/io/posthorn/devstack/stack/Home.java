package io.posthorn.devstack.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** The folder in which one installation keeps everything. */
public final class Home {
    private Home() {}

    /** Removes what the stores and services have written; secrets and logs stay. */
    public static void wipeData(Path home) {
        try (var lock = HomeLock.take(home)) {
            delete(home.resolve("data"));
        }
    }

    /** Ends what is left of an earlier run that is no longer led by anybody, and removes all that it wrote. */
    public static void startAfresh(Path home) {
        try (var lock = HomeLock.take(home)) {
            Leftovers.stop(home);
            delete(home.resolve("data"));
            delete(home.resolve("logs"));
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var content = Files.walk(folder)) {
            for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot remove " + folder, failure);
        }
    }
}

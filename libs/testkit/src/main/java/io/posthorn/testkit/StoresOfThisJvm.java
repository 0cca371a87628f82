package io.posthorn.testkit;

import io.posthorn.devstack.store.Secrets;
import io.posthorn.devstack.store.StoreSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** The stores that this JVM started; they and their files go when it ends. */
final class StoresOfThisJvm {
    private static StoreSet set;

    private StoresOfThisJvm() {}

    static synchronized StoreSet set() {
        if (set == null) {
            var folder = temporaryFolder();
            var started = new StoreSet(folder, Secrets.text());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(started, folder), "stop test stores"));
            set = started;
        }
        return set;
    }

    private static void stop(StoreSet stores, Path folder) {
        try (var files = Files.walk(folder)) {
            stores.close();
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (Exception failure) {
            System.err.println("Test stores did not stop cleanly: " + failure);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("posthorn-stores");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

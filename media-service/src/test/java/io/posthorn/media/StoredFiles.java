package io.posthorn.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** What lies in the directory of the service under test. */
public final class StoredFiles {
    public static final Path DIRECTORY = Path.of("target/media");

    private StoredFiles() {}

    public static List<Path> of(UUID workspace) {
        return under(DIRECTORY.resolve(workspace.toString()));
    }

    public static List<Path> incoming() {
        return under(DIRECTORY.resolve("incoming"));
    }

    private static List<Path> under(Path folder) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

package io.posthorn.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The files of this repository, for tests that compare them with each other. */
public final class Repository {
    public static final Path ROOT = root();

    private Repository() {}

    public static String read(String path) {
        return read(ROOT.resolve(path));
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Without what builds and tools have left. */
    public static List<Path> files(Predicate<Path> wanted) {
        try (var files = Files.walk(ROOT)) {
            return files.filter(Files::isRegularFile)
                    .map(ROOT::relativize)
                    .filter(Repository::isOurs)
                    .filter(wanted)
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isOurs(Path path) {
        return Stream.of("target", ".git", ".posthorn", "node_modules")
                .noneMatch(folder -> path.startsWith(folder) || path.toString().contains("/" + folder + "/"));
    }

    private static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("posthorn"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}

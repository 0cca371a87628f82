package io.posthorn.devstack.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * Unpacks native programs from their Maven artifacts, once per user and version. A lock file keeps two builds apart, and a
 * folder appears under its final name only when it is complete.
 */
final class Binaries {
    private static final Set<String> ARM = Set.of("aarch64", "arm64");

    private Binaries() {}

    static Path postgres() {
        var resource = "/postgres-%s-%s.txz".formatted(isMac() ? "darwin" : "linux", isArm() ? "arm_64" : "x86_64");
        return unpacked("postgres-18.6.0", folder -> {
            try (var archive = new TarArchiveInputStream(new XZInputStream(resource(resource)))) {
                extract(archive, folder);
            }
        });
    }

    static Path redis() {
        var name = isMac()
                ? (isArm() ? "redis-server-6.2.6-v5-darwin-arm64" : "redis-server-6.2.6-v5-darwin-amd64")
                : (isArm() ? "redis-server-6.2.7-linux-arm64" : "redis-server-6.2.6-v5-linux-amd64");
        return unpacked(name, folder -> {
                    try (var content = resource("/" + name)) {
                        Files.copy(content, folder.resolve("redis-server"));
                        makeExecutable(folder.resolve("redis-server"));
                    }
                })
                .resolve("redis-server");
    }

    @FunctionalInterface
    private interface Filling {
        void fill(Path folder) throws IOException;
    }

    private static Path unpacked(String name, Filling filling) {
        try {
            var cache = Files.createDirectories(cache());
            var complete = cache.resolve(name);
            if (Files.isDirectory(complete)) {
                return complete;
            }
            try (var lockFile = FileChannel.open(
                            cache.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = lockFile.lock()) {
                if (!Files.isDirectory(complete)) {
                    var partial = Files.createTempDirectory(cache, name + ".partial");
                    filling.fill(partial);
                    Files.move(partial, complete, StandardCopyOption.ATOMIC_MOVE);
                }
                return complete;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot unpack " + name + " to " + cache(), failure);
        }
    }

    private static Path cache() {
        var xdg = System.getenv("XDG_CACHE_HOME");
        var base = xdg == null || xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
        return base.resolve("posthorn");
    }

    private static void extract(TarArchiveInputStream archive, Path folder) throws IOException {
        for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            var target = folder.resolve(entry.getName()).normalize();
            if (entry.isDirectory()) {
                Files.createDirectories(target);
                continue;
            }
            Files.createDirectories(target.getParent());
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            } else if (entry.isLink()) {
                Files.createLink(target, folder.resolve(entry.getLinkName()));
            } else {
                Files.copy(archive, target);
                if (target.getParent().endsWith("bin")) {
                    makeExecutable(target);
                }
            }
        }
    }

    private static void makeExecutable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static InputStream resource(String name) {
        var stream = Binaries.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException(
                    "This platform (%s, %s) has no embedded binary %s; give outside stores instead"
                            .formatted(System.getProperty("os.name"), System.getProperty("os.arch"), name));
        }
        return stream;
    }

    private static boolean isMac() {
        return System.getProperty("os.name").startsWith("Mac");
    }

    private static boolean isArm() {
        return ARM.contains(System.getProperty("os.arch"));
    }
}

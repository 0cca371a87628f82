package io.posthorn.devstack.stack;

import io.posthorn.devstack.process.ChildProcess;
import io.posthorn.devstack.stack.StackSettings.QuickStarts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A process whose classes are loaded, linked and profiled in advance (JEP 483, 514 and 515). The cache is recorded by a process
 * that ends in good order, and serves all later ones of the same build, JDK and settings.
 */
final class QuickStart {
    private static final int KILLED = 128 + 9;
    private static final String QUIET = "-Xlog:aot*=error,cds*=error";

    private final Path cache;
    private final Path recording;
    private final boolean records;
    private final boolean isUsed;

    private QuickStart(Path cache, Path recording, QuickStarts use) {
        this.cache = cache;
        this.recording = recording;
        this.records = use == QuickStarts.RECORDED && !Files.exists(cache);
        this.isUsed = use != QuickStarts.IGNORED && Files.exists(cache);
    }

    static QuickStart of(Part part, StackSettings settings) {
        if (settings.images().isPresent()) {
            return new QuickStart(Path.of("none"), Path.of("none"), QuickStarts.IGNORED);
        }
        var application = part.jar(settings.installation()).getParent();
        var folder = application.resolveSibling("quick-start");
        var cache = folder.resolve(stamp(part, application) + ".aot");
        var recording = folder.resolve(ProcessHandle.current().pid() + ".recording");
        return new QuickStart(cache, recording, settings.quickStarts());
    }

    boolean records() {
        return records;
    }

    List<String> options() {
        if (!records) {
            return optionsOfAnother();
        }
        try {
            Files.createDirectories(recording.getParent());
            return List.of("-XX:AOTCacheOutput=" + recording, QUIET);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot make " + recording.getParent(), failure);
        }
    }

    /** Of one more process of the same part: one recording is enough. */
    List<String> optionsOfAnother() {
        return isUsed ? List.of("-XX:AOTCache=" + cache, QUIET) : List.of();
    }

    /** How long a process may take to end that writes a cache. */
    Duration grace() {
        return Duration.ofMinutes(3);
    }

    /** Call this when the process has ended that recorded. Caches of former builds go. */
    void keep(ChildProcess ended) {
        if (!Files.exists(recording)) {
            return;
        }
        try {
            if (ended.exitCode() == KILLED) {
                Files.delete(recording);
                return;
            }
            Files.move(recording, cache, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (var caches = Files.newDirectoryStream(cache.getParent(), "*.aot")) {
                for (var other : caches) {
                    if (!other.equals(cache)) {
                        Files.delete(other);
                    }
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot keep " + cache, failure);
        }
    }

    /** Another jar, JDK or setting makes another cache. */
    private static String stamp(Part part, Path application) {
        var content = new CRC32();
        add(content, System.getProperty("java.vm.version") + JvmSettings.of(part));
        try (var files = Files.walk(application)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                add(content, file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read " + application, failure);
        }
        return Long.toHexString(content.getValue());
    }

    private static void add(CRC32 content, String text) {
        content.update(text.getBytes(StandardCharsets.UTF_8));
    }
}

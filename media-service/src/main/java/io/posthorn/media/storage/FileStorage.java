package io.posthorn.media.storage;

import io.posthorn.media.MediaConfig;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.CopyOptions;
import io.vertx.core.file.OpenOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Keeps files in a directory: {@code <workspace>/<two digits>/<random name>}, and {@code incoming/} for those that are being
 * written. All of it lies on one file system, so that moving a file to its place is one step.
 */
@ApplicationScoped
public class FileStorage {
    private static final String INCOMING = "incoming";
    private static final String OWNER_ONLY = "rw-------";

    /** Reads a file to the extent that it needs to. */
    public interface Inspection<T> {
        T of(Path file) throws IOException;
    }

    private final Vertx vertx;
    private final Path directory;

    FileStorage(Vertx vertx, MediaConfig config) {
        this.vertx = vertx;
        this.directory = config.directory().toAbsolutePath().normalize();
    }

    /** Fails the start, with the path, when the directory cannot be written. */
    void prepare(@Observes StartupEvent event) throws IOException {
        Files.createDirectories(directory.resolve(INCOMING));
        var probe = Files.createTempFile(directory.resolve(INCOMING), "probe", null);
        Files.delete(probe);
    }

    public Uni<TemporaryFile> create() {
        var path = directory.resolve(INCOMING).resolve(StorageKey.randomName()).toString();
        var options = new OpenOptions().setCreateNew(true).setWrite(true).setPerms(OWNER_ONLY);
        return uni(() -> vertx.fileSystem().open(path, options)).map(file -> new TemporaryFile(path, file));
    }

    /** Makes sure that the bytes are on the disk. */
    public Uni<Void> close(TemporaryFile temporary) {
        return uni(() ->
                temporary.file().flush().compose(flushed -> temporary.file().close()));
    }

    /** Looks into a closed file, on a worker thread. */
    public <T> Uni<T> inspect(TemporaryFile temporary, Inspection<T> inspection) {
        return blocking(() -> inspection.of(Path.of(temporary.path())));
    }

    public Uni<Void> discard(TemporaryFile temporary) {
        return uni(() -> temporary.file().close())
                .onFailure()
                .recoverWithNull() // it was closed already
                .chain(() ->
                        uni(() -> vertx.fileSystem().delete(temporary.path()).otherwiseEmpty()));
    }

    /** Moves a closed file to its place, as a whole. */
    public Uni<Void> keep(TemporaryFile temporary, StorageKey key) {
        var place = place(key);
        return uni(() -> vertx.fileSystem().mkdirs(place.getParent().toString()))
                .chain(() -> uni(() -> vertx.fileSystem()
                        .move(temporary.path(), place.toString(), new CopyOptions().setAtomicMove(true))));
    }

    /** For the server to send; fails when it is not there. */
    public Uni<File> find(StorageKey key) {
        var place = place(key);
        return uni(() -> vertx.fileSystem().props(place.toString())).replaceWith(place::toFile);
    }

    public Uni<Void> delete(StorageKey key) {
        return uni(() -> vertx.fileSystem().delete(place(key).toString()).otherwiseEmpty());
    }

    /** Removes what uploads that were cut off left behind. */
    public Uni<Integer> discardAbandoned(Instant before) {
        return blocking(() -> {
            var abandoned = 0;
            for (var file : list(directory.resolve(INCOMING))) {
                if (isOlder(file, before) && Files.deleteIfExists(file)) {
                    abandoned++;
                }
            }
            return abandoned;
        });
    }

    /** The folders that hold kept files; each is small enough to be listed at once. */
    public Uni<List<StorageFolder>> folders() {
        return blocking(() -> list(directory).stream()
                .filter(workspace -> isWorkspace(workspace.getFileName().toString()))
                .flatMap(workspace -> list(workspace).stream()
                        .map(folder -> new StorageFolder(
                                UUID.fromString(workspace.getFileName().toString()),
                                folder.getFileName().toString())))
                .toList());
    }

    /** What was kept there before a moment. */
    public Uni<List<String>> namesKeptBefore(StorageFolder folder, Instant before) {
        return blocking(
                () -> list(directory.resolve(folder.workspaceId().toString()).resolve(folder.name())).stream()
                        .filter(file -> isOlder(file, before))
                        .map(file -> file.getFileName().toString())
                        .filter(StorageKey::isName)
                        .toList());
    }

    private Path place(StorageKey key) {
        return directory
                .resolve(key.workspaceId().toString())
                .resolve(key.name().substring(0, 2))
                .resolve(key.name());
    }

    private static boolean isWorkspace(String name) {
        return name.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    /** A file that just went is not older than anything. */
    private static boolean isOlder(Path file, Instant before) {
        try {
            return Files.getLastModifiedTime(file).compareTo(FileTime.from(before)) < 0;
        } catch (IOException gone) {
            return false;
        }
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException gone) {
            return List.of();
        }
    }

    /** Listing directories blocks, so it happens on a worker thread. */
    private <T> Uni<T> blocking(java.util.concurrent.Callable<T> work) {
        return uni(() -> vertx.executeBlocking(work, false));
    }

    private static <T> Uni<T> uni(Supplier<Future<T>> work) {
        return Uni.createFrom().deferred(() -> UniHelper.toUni(work.get()));
    }
}

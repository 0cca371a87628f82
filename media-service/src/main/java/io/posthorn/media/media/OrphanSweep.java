package io.posthorn.media.media;

import io.posthorn.kit.background.Background;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.posthorn.media.MediaConfig;
import io.posthorn.media.storage.FileStorage;
import io.posthorn.media.storage.StorageFolder;
import io.posthorn.media.storage.StorageKey;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/** Removes files that a crash left without a row. Any replica may do it: what is old and has no row never gets one. */
@Startup
@ApplicationScoped
class OrphanSweep {
    private static final Logger LOG = Logger.getLogger(OrphanSweep.class);

    private final FileStorage files;
    private final MediaStore store;
    private final WorkerTransaction worker;
    private final Clock clock;
    private final Duration age;

    OrphanSweep(
            FileStorage files,
            MediaStore store,
            WorkerTransaction worker,
            Clock clock,
            MediaConfig config,
            Background background) {
        this.files = files;
        this.store = store;
        this.worker = worker;
        this.clock = clock;
        this.age = config.orphanAge();
        background.loop("media-orphans", () -> sweep().replaceWith(config.sweepEvery()));
    }

    Uni<Void> sweep() {
        var before = clock.instant().minus(age);
        return files.discardAbandoned(before)
                .invoke(abandoned -> log("abandoned uploads", abandoned))
                .chain(files::folders)
                .chain(folders -> Multi.createFrom()
                        .iterable(folders)
                        .onItem()
                        .transformToUniAndConcatenate(folder -> sweep(folder, before))
                        .onItem()
                        .ignoreAsUni());
    }

    private Uni<Void> sweep(StorageFolder folder, Instant before) {
        return files.namesKeptBefore(folder, before)
                .chain(names -> names.isEmpty() ? Uni.createFrom().voidItem() : removeUnknown(folder, names));
    }

    private Uni<Void> removeUnknown(StorageFolder folder, List<String> names) {
        return worker.connection(
                        folder.workspaceId(), connection -> store.findKnown(connection, folder.workspaceId(), names))
                .map(known ->
                        names.stream().filter(name -> !known.contains(name)).toList())
                .invoke(orphans -> log("files without a row", orphans.size()))
                .chain(orphans -> Multi.createFrom()
                        .iterable(orphans)
                        .onItem()
                        .transformToUniAndConcatenate(name -> files.delete(new StorageKey(folder.workspaceId(), name)))
                        .onItem()
                        .ignoreAsUni());
    }

    private static void log(String what, int count) {
        if (count > 0) {
            LOG.infof("Removing %d %s", count, what);
        }
    }
}

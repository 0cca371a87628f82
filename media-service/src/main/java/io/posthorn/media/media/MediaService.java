package io.posthorn.media.media;

import io.posthorn.cloudapi.media.FetchedMedia;
import io.posthorn.kit.caller.CurrentCaller;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.media.intake.FileName;
import io.posthorn.media.intake.Upload;
import io.posthorn.media.intake.UploadReceiver;
import io.posthorn.media.storage.FileStorage;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;

/** Stores files and finds them again. */
@ApplicationScoped
public class MediaService {
    private final CurrentCaller caller;
    private final UploadReceiver receiver;
    private final FileStorage files;
    private final MediaRegistry registry;
    private final Clock clock;

    MediaService(
            CurrentCaller caller, UploadReceiver receiver, FileStorage files, MediaRegistry registry, Clock clock) {
        this.caller = caller;
        this.receiver = receiver;
        this.files = files;
        this.registry = registry;
        this.clock = clock;
    }

    /** First the file, then its row: a crash in between leaves a file without a row, which the sweep finds. */
    public Uni<Media> store(Upload upload) {
        var author = caller.get();
        return receiver.receive(upload, author.workspaceId())
                .map(kept -> Media.of(kept, upload.fileName(), author.userId(), now()))
                .chain(media -> register(media, upload.declaredType()));
    }

    /** Of somebody who is no caller, in a workspace that is known from somewhere else; the effect commits with the row. */
    public Uni<Media> store(
            UUID workspaceId,
            UUID broughtBy,
            String fileName,
            BiFunction<Path, Long, Uni<FetchedMedia>> writer,
            BiFunction<SqlConnection, Media, Uni<Void>> effect) {
        return receiver.receive(workspaceId, writer)
                .map(kept -> Media.of(kept, FileName.shown(fileName), broughtBy, now()))
                .chain(media -> registry.register(media, effect)
                        .onFailure(ProblemException.class)
                        .call(() -> files.delete(media.storage())));
    }

    /**
     * A file whose row was refused, or that an earlier upload under the same key made superfluous, goes again. After any
     * other failure the row may be there, so the file stays.
     */
    private Uni<Media> register(Media media, String declaredType) {
        return registry.register(media, new UploadedFile(media.sha256(), media.fileName(), declaredType))
                .call(registered -> registered.id().equals(media.id())
                        ? Uni.createFrom().voidItem()
                        : files.delete(media.storage()))
                .onFailure(ProblemException.class)
                .call(() -> files.delete(media.storage()));
    }

    public Uni<Media> find(UUID id) {
        return Uni.createFrom().deferred(() -> find(caller.get().workspaceId(), id));
    }

    /** For whoever knows the workspace from somewhere else than a user's token. */
    public Uni<Media> find(UUID workspaceId, UUID id) {
        return registry.find(workspaceId, id).onItem().ifNull().failWith(() -> notFound(id));
    }

    public Uni<MediaContent> findContent(UUID id) {
        return find(id).chain(this::content);
    }

    public Uni<MediaContent> findContent(UUID workspaceId, UUID id) {
        return find(workspaceId, id).chain(this::content);
    }

    private Uni<MediaContent> content(Media media) {
        return files.find(media.storage()).map(file -> new MediaContent(media, file));
    }

    Uni<List<Media>> list(MediaFilter filter) {
        return Uni.createFrom().deferred(() -> registry.list(caller.get().workspaceId(), filter));
    }

    /** First the row, then its file: a crash in between leaves a file without a row, which the sweep finds. */
    public Uni<Void> delete(UUID id) {
        var author = caller.get();
        return registry.remove(author.workspaceId(), id, author.userId(), now())
                .onItem()
                .ifNull()
                .failWith(() -> notFound(id))
                .chain(media -> files.delete(media.storage()));
    }

    private static ProblemException notFound(UUID id) {
        return new ProblemException(MediaProblems.NOT_FOUND, "No media " + id);
    }

    /** As exact as PostgreSQL keeps it, so that an answer and a later read agree. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

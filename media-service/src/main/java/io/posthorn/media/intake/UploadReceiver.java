package io.posthorn.media.intake;

import io.posthorn.cloudapi.media.FetchedMedia;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.media.format.FileInspector;
import io.posthorn.media.format.MediaType;
import io.posthorn.media.storage.FileStorage;
import io.posthorn.media.storage.StorageKey;
import io.posthorn.media.storage.TemporaryFile;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;

/** Takes a file in: streams it to the disk, checks what it is, and moves it to its place. What fails leaves nothing. */
@ApplicationScoped
public class UploadReceiver {
    private final FileStorage files;
    private final FileInspector inspector;
    private final SizeLimits limits;

    UploadReceiver(FileStorage files, FileInspector inspector, SizeLimits limits) {
        this.files = files;
        this.inspector = inspector;
        this.limits = limits;
    }

    public Uni<KeptFile> receive(Upload upload, UUID workspaceId) {
        return Uni.createFrom()
                .item(upload)
                .invoke(announced -> limits.require(announced.announcedSize()))
                .chain(files::create)
                .chain(temporary -> receive(upload, temporary, StorageKey.random(workspaceId))
                        .onFailure()
                        .call(() -> files.discard(temporary))
                        .onCancellation()
                        .call(() -> files.discard(temporary)));
    }

    /** Takes in what something else writes to a file of at most so many bytes; it is judged by its bytes alone. */
    public Uni<KeptFile> receive(UUID workspaceId, BiFunction<Path, Long, Uni<FetchedMedia>> writer) {
        return files.create().call(files::close).chain(temporary -> writer.apply(
                        Path.of(temporary.path()), limits.most())
                .chain(fetched -> keep(fetched, temporary, StorageKey.random(workspaceId)))
                .onFailure()
                .call(() -> files.discard(temporary)));
    }

    private Uni<KeptFile> keep(FetchedMedia fetched, TemporaryFile temporary, StorageKey key) {
        return files.inspect(temporary, inspector::inspect)
                .invoke(type -> limits.require(fetched.size(), List.of(type.kind())))
                .map(type -> new KeptFile(type, fetched.size(), fetched.sha256(), key))
                .call(() -> files.keep(temporary, key));
    }

    private Uni<KeptFile> receive(Upload upload, TemporaryFile temporary, StorageKey key) {
        return stream(upload, temporary)
                .chain(received -> files.inspect(temporary, inspector::inspect)
                        .invoke(type -> requireHonest(type, received, upload))
                        .map(type -> new KeptFile(type, received.size(), received.sha256(), key)))
                .call(() -> files.keep(temporary, key));
    }

    /** To the end of the request: what follows the file can still make it a request that is refused. */
    private Uni<ReceivedFile> stream(Upload upload, TemporaryFile temporary) {
        var intake = new Intake(temporary.file(), limits, upload.announcedSize());
        return Uni.createFrom()
                .deferred(() -> UniHelper.toUni(
                        upload.bytes().pipe().endOnComplete(false).to(intake)))
                .chain(upload::rest)
                .chain(() -> files.close(temporary))
                .map(closed -> intake.received());
    }

    private void requireHonest(MediaType type, ReceivedFile received, Upload upload) {
        limits.require(received.size(), List.of(type.kind()));
        if (!type.agreesWithType(upload.declaredType())) {
            throw mismatch(type, "the declared type is another");
        }
        if (!type.agreesWithName(upload.fileName())) {
            throw mismatch(type, "the file name says another type");
        }
    }

    private static ProblemException mismatch(MediaType type, String lie) {
        return new ProblemException(
                IntakeProblems.TYPE_MISMATCH, "The bytes are %s, %s".formatted(type.mimeType(), lie));
    }
}

package io.posthorn.media.media;

import io.posthorn.kit.problem.ProblemException;
import io.posthorn.media.MediaConfig;
import io.posthorn.media.storage.FileStorage;
import io.posthorn.media.storage.StorageKey;
import io.posthorn.media.storage.TemporaryFile;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Takes a file in: streams it to the disk, checks what it is, and moves it to its place. What fails leaves nothing. */
@ApplicationScoped
class UploadReceiver {
    private final FileStorage files;
    private final long maxSize;

    UploadReceiver(FileStorage files, MediaConfig config) {
        this.files = files;
        this.maxSize = config.maxImageSize().asLongValue();
    }

    Uni<KeptFile> receive(Upload upload, UUID workspaceId) {
        if (upload.announcedSize() > maxSize) {
            return Uni.createFrom().failure(Intake.tooLarge(maxSize));
        }
        var key = StorageKey.random(workspaceId);
        return files.create().chain(temporary -> stream(upload, temporary)
                .invoke(received -> refuseLies(received, upload))
                .call(() -> files.keep(temporary, key))
                .map(received -> new KeptFile(received, key))
                .onFailure()
                .call(() -> files.discard(temporary))
                .onCancellation()
                .call(() -> files.discard(temporary)));
    }

    private Uni<ReceivedFile> stream(Upload upload, TemporaryFile temporary) {
        var intake = new Intake(temporary.file(), maxSize);
        return Uni.createFrom()
                .deferred(() -> UniHelper.toUni(
                        upload.bytes().pipe().endOnComplete(false).to(intake)))
                .chain(() -> files.close(temporary))
                .map(closed -> intake.received());
    }

    private static void refuseLies(ReceivedFile received, Upload upload) {
        if (!received.type().agreesWithType(upload.declaredType())) {
            throw new ProblemException(
                    MediaProblems.TYPE_MISMATCH,
                    "The bytes are %s, the declared type is another"
                            .formatted(received.type().mimeType()));
        }
        if (!received.type().agreesWithName(upload.fileName())) {
            throw new ProblemException(
                    MediaProblems.TYPE_MISMATCH,
                    "The bytes are %s, the file name says another type"
                            .formatted(received.type().mimeType()));
        }
    }
}

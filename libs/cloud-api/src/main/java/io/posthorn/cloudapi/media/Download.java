package io.posthorn.cloudapi.media;

import io.posthorn.cloudapi.error.CloudApiException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClientResponse;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file on its way to the disk, as fast as the disk takes it; it is hashed on the way and ends at a limit. */
final class Download {
    private final Vertx vertx;
    private final Path target;
    private final long most;
    private final MessageDigest digest = sha256();
    private long size;
    private int writing;
    private boolean ended;

    Download(Vertx vertx, Path target, long most) {
        this.vertx = vertx;
        this.target = target;
        this.most = most;
    }

    /** What was written is taken away again when it is not all of the file. */
    Uni<FetchedMedia> from(HttpClientResponse response) {
        if (response.statusCode() != 200) {
            return Uni.createFrom().failure(CloudApiException.refused(response.statusCode()));
        }
        var copied = Promise.<Void>promise();
        response.exceptionHandler(copied::tryFail); // it may break while the file is being opened
        response.pause();
        var options =
                new OpenOptions().setCreate(true).setTruncateExisting(true).setRead(false);
        var fetched = vertx.fileSystem()
                .open(target.toString(), options)
                .compose(file -> copy(response, file, copied)
                        .eventually(() -> file.close().otherwiseEmpty()))
                .map(done -> new FetchedMedia(
                        target,
                        response.headers().get("Content-Type"),
                        size,
                        HexFormat.of().formatHex(digest.digest())))
                .recover(failure -> giveUp(response, failure));
        return UniHelper.toUni(fetched);
    }

    /** The connection is not left waiting for somebody to read on. */
    private Future<FetchedMedia> giveUp(HttpClientResponse response, Throwable failure) {
        response.request().reset();
        return vertx.fileSystem()
                .delete(target.toString())
                .otherwiseEmpty()
                .compose(gone -> Future.failedFuture(failure));
    }

    private Future<Void> copy(HttpClientResponse response, AsyncFile file, Promise<Void> copied) {
        response.endHandler(end -> {
            ended = true;
            completeWhenWritten(copied);
        });
        response.handler(piece -> take(piece, response, file, copied));
        response.resume();
        return copied.future();
    }

    private void take(Buffer piece, HttpClientResponse response, AsyncFile file, Promise<Void> copied) {
        size += piece.length();
        if (size > most) {
            copied.tryFail(CloudApiException.unsendable("The file is larger than %d bytes".formatted(most)));
            response.request().reset();
            return;
        }
        digest.update(piece.getBytes());
        writing++;
        file.write(piece).onFailure(copied::tryFail).onSuccess(written -> {
            writing--;
            completeWhenWritten(copied);
        });
        if (file.writeQueueFull()) {
            response.pause();
            file.drainHandler(drained -> response.resume());
        }
    }

    /** What came is not what we have until the disk has taken the last of it. */
    private void completeWhenWritten(Promise<Void> copied) {
        if (ended && writing == 0) {
            copied.tryComplete();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

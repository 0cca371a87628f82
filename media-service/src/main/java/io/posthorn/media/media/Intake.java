package io.posthorn.media.media;

import io.posthorn.kit.problem.ProblemException;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Watches a file come in: counts, hashes and recognises it on its way to the disk, and stops it as soon as it is too large
 * or of a type that is not taken.
 */
final class Intake implements WriteStream<Buffer> {
    private final WriteStream<Buffer> file;
    private final long maxSize;
    private final MessageDigest digest = sha256();
    private final Buffer beginning = Buffer.buffer(MediaType.SIGNATURE);
    private long size;
    private MediaType type;
    private boolean stopped;

    Intake(WriteStream<Buffer> file, long maxSize) {
        this.file = file;
        this.maxSize = maxSize;
    }

    @Override
    public Future<Void> write(Buffer data) {
        try {
            inspect(data);
            return file.write(data);
        } catch (ProblemException | IllegalStateException refusedOrClosed) {
            stopped = true;
            return Future.failedFuture(refusedOrClosed);
        }
    }

    @Override
    public void write(Buffer data, Handler<AsyncResult<Void>> written) {
        write(data).onComplete(written);
    }

    private void inspect(Buffer data) {
        var bytes = data.getBytes();
        size += bytes.length;
        if (size > maxSize) {
            throw tooLarge(maxSize);
        }
        digest.update(bytes);
        if (beginning.length() < MediaType.SIGNATURE) {
            beginning.appendBytes(bytes, 0, Math.min(bytes.length, MediaType.SIGNATURE - beginning.length()));
            if (beginning.length() == MediaType.SIGNATURE) {
                recognise();
            }
        }
    }

    /** What came in, once all of it did. */
    ReceivedFile received() {
        if (size == 0) {
            throw new ProblemException(MediaProblems.EMPTY, "The upload has no bytes");
        }
        if (type == null) {
            recognise();
        }
        return new ReceivedFile(type, size, HexFormat.of().formatHex(digest.digest()));
    }

    private void recognise() {
        type = MediaType.sniffed(beginning.getBytes())
                .orElseThrow(() -> new ProblemException(
                        MediaProblems.TYPE_REFUSED, "Images are taken as PNG or JPEG; these bytes are neither"));
    }

    static ProblemException tooLarge(long maxSize) {
        return new ProblemException(MediaProblems.TOO_LARGE, "Images have at most %d bytes".formatted(maxSize));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public Intake exceptionHandler(Handler<Throwable> handler) {
        file.exceptionHandler(handler);
        return this;
    }

    @Override
    public void end(Handler<AsyncResult<Void>> ended) {
        file.end(ended);
    }

    @Override
    public Intake setWriteQueueMaxSize(int maxSize) {
        file.setWriteQueueMaxSize(maxSize);
        return this;
    }

    /** The pipe asks once more after a refusal, when the file is closed already. */
    @Override
    public boolean writeQueueFull() {
        return !stopped && file.writeQueueFull();
    }

    @Override
    public Intake drainHandler(Handler<Void> handler) {
        file.drainHandler(handler);
        return this;
    }
}

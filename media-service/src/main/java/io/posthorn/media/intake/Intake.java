package io.posthorn.media.intake;

import io.posthorn.kit.problem.ProblemException;
import io.posthorn.media.format.FormatProblems;
import io.posthorn.media.format.Signature;
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
    private final SizeLimits limits;
    private final long announcedSize;
    private final MessageDigest digest = sha256();
    private final Buffer beginning = Buffer.buffer(Signature.LENGTH);
    private long size;
    private Signature signature;
    private boolean stopped;

    Intake(WriteStream<Buffer> file, SizeLimits limits, long announcedSize) {
        this.file = file;
        this.limits = limits;
        this.announcedSize = announcedSize;
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
        requireSize(size);
        digest.update(bytes);
        if (beginning.length() < Signature.LENGTH) {
            beginning.appendBytes(bytes, 0, Math.min(bytes.length, Signature.LENGTH - beginning.length()));
            if (beginning.length() == Signature.LENGTH) {
                recognise();
            }
        }
    }

    /** What came in, once all of it did. */
    ReceivedFile received() {
        if (size == 0) {
            throw new ProblemException(IntakeProblems.EMPTY, "The upload has no bytes");
        }
        if (signature == null) {
            recognise();
        }
        return new ReceivedFile(size, HexFormat.of().formatHex(digest.digest()));
    }

    private void recognise() {
        signature = Signature.of(beginning.getBytes())
                .orElseThrow(() -> new ProblemException(
                        FormatProblems.TYPE_REFUSED, "These bytes are of none of the types that are taken"));
        requireSize(Math.max(size, announcedSize));
    }

    private void requireSize(long size) {
        if (signature == null) {
            limits.require(size);
        } else {
            limits.require(size, signature.kinds());
        }
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

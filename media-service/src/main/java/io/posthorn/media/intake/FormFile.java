package io.posthorn.media.intake;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.streams.ReadStream;

/** The file of a form as a stream that also ends badly when the form ends before the file does. */
final class FormFile implements ReadStream<Buffer> {
    private final HttpServerFileUpload part;
    private Handler<Throwable> broken;
    private long wanted;
    private long arrived;

    FormFile(HttpServerFileUpload part) {
        this.part = part;
        part.pause();
    }

    /** The size of a part is known once its end came through. */
    boolean isComplete() {
        return part.isSizeAvailable();
    }

    /** Whether somebody has asked for more than has arrived. */
    boolean isWaitedFor() {
        return wanted > 0;
    }

    long arrived() {
        return arrived;
    }

    void fail(Throwable failure) {
        if (broken != null) {
            broken.handle(failure);
        }
    }

    @Override
    public FormFile exceptionHandler(Handler<Throwable> handler) {
        broken = handler;
        part.exceptionHandler(handler);
        return this;
    }

    @Override
    public FormFile handler(Handler<Buffer> handler) {
        part.handler(
                handler == null
                        ? null
                        : bytes -> {
                            arrived++;
                            if (wanted < Long.MAX_VALUE) {
                                wanted--;
                            }
                            handler.handle(bytes);
                        });
        return this;
    }

    @Override
    public FormFile pause() {
        wanted = 0;
        part.pause();
        return this;
    }

    @Override
    public FormFile resume() {
        wanted = Long.MAX_VALUE;
        part.resume();
        return this;
    }

    @Override
    public FormFile fetch(long amount) {
        wanted = wanted + amount < 0 ? Long.MAX_VALUE : wanted + amount;
        part.fetch(amount);
        return this;
    }

    @Override
    public FormFile endHandler(Handler<Void> ended) {
        part.endHandler(ended);
        return this;
    }
}

package io.posthorn.media.intake;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.streams.ReadStream;

/** The file of a form as a stream that also ends badly when the form ends before the file does. */
final class FormFile implements ReadStream<Buffer> {
    private final HttpServerFileUpload part;
    private Handler<Throwable> broken;

    FormFile(HttpServerFileUpload part) {
        this.part = part;
        part.pause();
    }

    /** The size of a part is known once its end came through. */
    boolean isComplete() {
        return part.isSizeAvailable();
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
        part.handler(handler);
        return this;
    }

    @Override
    public FormFile pause() {
        part.pause();
        return this;
    }

    @Override
    public FormFile resume() {
        part.resume();
        return this;
    }

    @Override
    public FormFile fetch(long amount) {
        part.fetch(amount);
        return this;
    }

    @Override
    public FormFile endHandler(Handler<Void> ended) {
        part.endHandler(ended);
        return this;
    }
}

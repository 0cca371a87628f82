package io.posthorn.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** A body on its way through, seen but not held: its size is limited and its progress is noticed. */
final class MeteredStream implements ReadStream<Buffer> {
    private final ReadStream<Buffer> source;
    private final long limit;
    private final Runnable progress;
    private Handler<Throwable> exceptionHandler;
    private long size;
    private boolean ended;
    private boolean broken;

    MeteredStream(ReadStream<Buffer> source, long limit, Runnable progress) {
        this.source = source;
        this.limit = limit;
        this.progress = progress;
    }

    boolean isTooLarge() {
        return size > limit;
    }

    boolean isBroken() {
        return broken;
    }

    boolean hasEnded() {
        return ended;
    }

    @Override
    public ReadStream<Buffer> handler(Handler<Buffer> handler) {
        source.handler(handler == null ? null : part -> pass(part, handler));
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(Handler<Void> handler) {
        source.endHandler(end -> {
            ended = true;
            if (handler != null && !isTooLarge()) {
                handler.handle(null);
            }
        });
        return this;
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
        exceptionHandler = handler;
        source.exceptionHandler(failure -> {
            broken = true;
            if (handler != null) {
                handler.handle(failure);
            }
        });
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        source.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        source.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        source.fetch(amount);
        return this;
    }

    private void pass(Buffer part, Handler<Buffer> handler) {
        boolean wasTooLarge = isTooLarge();
        size += part.length();
        progress.run();
        if (!isTooLarge()) {
            handler.handle(part);
        } else if (!wasTooLarge && exceptionHandler != null) {
            exceptionHandler.handle(new BodyTooLarge());
        }
    }

    static final class BodyTooLarge extends RuntimeException {
        BodyTooLarge() {
            super("The body is larger than its route allows", null, false, false);
        }
    }
}

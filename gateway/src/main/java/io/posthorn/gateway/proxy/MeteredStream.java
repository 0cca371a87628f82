package io.posthorn.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** A body on its way through, seen but not held: its size and slowness are limited and its progress is noticed. */
final class MeteredStream implements ReadStream<Buffer> {
    private final ReadStream<Buffer> source;
    private final long limit;
    private final Runnable progress;
    private Handler<Throwable> exceptionHandler;
    private long size;
    private boolean ended;
    private boolean broken;
    private BodyPace pace;
    private boolean tooSlow;
    private boolean waiting = true;
    private long waitingSince = System.nanoTime();
    private long waited;

    MeteredStream(ReadStream<Buffer> source, long limit, Runnable progress) {
        this.source = source;
        this.limit = limit;
        this.progress = progress;
    }

    MeteredStream paced(BodyPace leastPace) {
        pace = leastPace;
        return this;
    }

    boolean isTooSlow() {
        return tooSlow;
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
            if (handler != null && !isTooLarge() && !tooSlow) {
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
        countWaiting();
        waiting = false;
        source.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        beginWaiting();
        source.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        beginWaiting();
        source.fetch(amount);
        return this;
    }

    private void pass(Buffer part, Handler<Buffer> handler) {
        boolean wasRefused = isTooLarge() || tooSlow;
        size += part.length();
        countWaiting();
        tooSlow = tooSlow || (pace != null && pace.isTooSlow(size, waited));
        progress.run();
        if (!isTooLarge() && !tooSlow) {
            handler.handle(part);
        } else if (!wasRefused && exceptionHandler != null) {
            exceptionHandler.handle(new BodyRefused());
        }
    }

    private void beginWaiting() {
        if (!waiting) {
            waiting = true;
            waitingSince = System.nanoTime();
        }
    }

    /** Only the time in which we would have taken more: while we are not reading, nobody can send. */
    private void countWaiting() {
        if (waiting && pace != null) {
            long now = System.nanoTime();
            waited += now - waitingSince;
            waitingSince = now;
        }
    }

    static final class BodyRefused extends RuntimeException {
        BodyRefused() {
            super("The body is larger or slower than its route allows", null, false, false);
        }
    }
}

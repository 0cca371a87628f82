package io.posthorn.gateway.proxy;

import io.posthorn.gateway.problem.GatewayProblems;
import io.posthorn.gateway.problem.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;

/** Reads a small body before it is passed on, where what it says decides whether it is. All others are streamed. */
final class ReadAhead {
    private final Visit visit;
    private final Buffer body = Buffer.buffer();
    private final Promise<Buffer> whole = Promise.promise();
    private final Silence silence;

    private final BodyPace pace;
    private final long began = System.nanoTime();

    private ReadAhead(Visit visit, BodyPace pace, Vertx vertx) {
        this.visit = visit;
        this.pace = pace;
        this.silence = new Silence(vertx, visit.route().timeout(), () -> fail(BodyLimit.tooSlow()));
    }

    static Future<Buffer> of(Visit visit, BodyPace pace, Vertx vertx) {
        return new ReadAhead(visit, pace, vertx).read();
    }

    private Future<Buffer> read() {
        visit.request()
                .handler(this::take)
                .endHandler(end -> whole.tryComplete(body))
                .exceptionHandler(
                        broken -> fail(Refusal.of(GatewayProblems.MALFORMED, "The body could not be read to its end")));
        silence.begin();
        visit.askForBody();
        visit.request().resume();
        return whole.future().onComplete(done -> silence.end());
    }

    private void take(Buffer part) {
        silence.broken();
        if (body.length() + part.length() > visit.route().bodyLimit()) {
            fail(BodyLimit.tooLarge(visit.route()));
        } else if (pace.isTooSlow(body.length() + part.length(), System.nanoTime() - began)) {
            fail(BodyLimit.tooSlow());
        } else {
            body.appendBuffer(part);
        }
    }

    private void fail(Refusal refusal) {
        visit.request().pause();
        whole.tryFail(refusal);
    }
}

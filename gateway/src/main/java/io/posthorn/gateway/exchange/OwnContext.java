package io.posthorn.gateway.exchange;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

/** Brings a result that many requests share back to the event loop of the request that waits for it. */
public final class OwnContext {
    private OwnContext() {}

    public static <T> Future<T> bring(Future<T> shared) {
        var own = Vertx.currentContext();
        if (own == null || shared.isComplete()) {
            return shared;
        }
        Promise<T> here = Promise.promise();
        shared.onComplete(done -> own.runOnContext(back -> here.handle(done)));
        return here.future();
    }
}

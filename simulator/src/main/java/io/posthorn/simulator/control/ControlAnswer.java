package io.posthorn.simulator.control;

import io.vertx.core.Future;

/** What a control operation answers: a status and, mostly, something to write as JSON. */
public record ControlAnswer(int status, Object body) {

    public static Future<ControlAnswer> ok(Object body) {
        return Future.succeededFuture(new ControlAnswer(200, body));
    }

    public static Future<ControlAnswer> created(Object body) {
        return Future.succeededFuture(new ControlAnswer(201, body));
    }

    public static Future<ControlAnswer> nothing() {
        return Future.succeededFuture(new ControlAnswer(204, null));
    }
}

package io.posthorn.simulator.control;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Runs one operation of the control API and turns its failures into problems. */
public final class ControlRoute implements Handler<RoutingContext> {
    private static final Logger LOG = Logger.getLogger(ControlRoute.class);
    private static final long LARGEST_BODY = 4L * 1024 * 1024;

    private final Function<ControlRequest, Future<ControlAnswer>> operation;

    private ControlRoute(Function<ControlRequest, Future<ControlAnswer>> operation) {
        this.operation = operation;
    }

    public static void add(
            Router router, HttpMethod method, String path, Function<ControlRequest, Future<ControlAnswer>> operation) {
        configure(router.route(method, path), operation);
    }

    static void addLast(
            Router router,
            HttpMethod method,
            String path,
            int order,
            Function<ControlRequest, Future<ControlAnswer>> operation) {
        configure(router.route(method, path).order(order), operation);
    }

    private static void configure(Route route, Function<ControlRequest, Future<ControlAnswer>> operation) {
        route.handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY))
                .handler(new ControlRoute(operation))
                .failureHandler(context -> fail(context, context.failure(), context.statusCode()));
    }

    @Override
    public void handle(RoutingContext context) {
        run(context).onSuccess(answer -> write(context, answer)).onFailure(failure -> fail(context, failure, 500));
    }

    private Future<ControlAnswer> run(RoutingContext context) {
        try {
            return operation.apply(new ControlRequest(context));
        } catch (RuntimeException failure) {
            return Future.failedFuture(failure);
        }
    }

    private static void write(RoutingContext context, ControlAnswer answer) {
        var response = context.response().setStatusCode(answer.status());
        if (answer.body() == null) {
            response.end();
        } else {
            response.putHeader("Content-Type", "application/json").end(Buffer.buffer(Json.bytes(answer.body())));
        }
    }

    private static void fail(RoutingContext context, Throwable failure, int status) {
        if (context.response().ended()) {
            return;
        }
        if (failure instanceof ControlProblem problem) {
            writeProblem(context, problem.status(), problem.code(), problem.getMessage());
        } else if (status > 0 && status < 500) {
            writeProblem(context, status, "refused", "The request cannot be served");
        } else {
            LOG.error("A control operation failed", failure);
            writeProblem(context, 500, "internal_error", "See the simulator's log");
        }
    }

    private static void writeProblem(RoutingContext context, int status, String code, String detail) {
        var problem = Json.object()
                .put("type", "about:blank")
                .put("title", code.replace('_', ' '))
                .put("status", status)
                .put("code", code)
                .put("detail", detail)
                .put("instance", context.normalizedPath());
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .end(Buffer.buffer(Json.bytes(problem)));
    }
}

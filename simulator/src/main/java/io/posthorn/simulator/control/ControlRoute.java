package io.posthorn.simulator.control;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Runs one operation of the control API and turns its failures into problems. */
public final class ControlRoute implements Handler<RoutingContext> {
    private static final Logger LOG = Logger.getLogger(ControlRoute.class);
    private static final Set<HttpMethod> TAKE_FORMS =
            Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);
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
        var bodies = BodyHandler.create(false).setBodyLimit(LARGEST_BODY);
        route.handler(context -> readJson(context, bodies))
                .handler(new ControlRoute(operation))
                .failureHandler(context -> fail(context, context.failure(), context.statusCode()));
    }

    /** The usual type of curl is let through: what it sends is read as JSON all the same. */
    private static void readJson(RoutingContext context, Handler<RoutingContext> bodies) {
        var type = Optional.ofNullable(context.request().getHeader("Content-Type"))
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .orElse("");
        if (type.startsWith("multipart/")) {
            context.fail(ControlProblem.unsupportedType("The control API takes application/json"));
        } else if (type.startsWith("application/x-www-form")
                && !TAKE_FORMS.contains(context.request().method())) {
            context.request().resume();
            context.next();
        } else {
            bodies.handle(context);
        }
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
        context.request().resume();
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

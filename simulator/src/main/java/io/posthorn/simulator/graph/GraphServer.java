package io.posthorn.simulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.fault.FaultPlan;
import io.posthorn.simulator.fault.FaultTarget;
import io.posthorn.simulator.fault.Faults;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Objects;
import org.jboss.logging.Logger;

/** Serves every path that is not the control API's. One plain handler: it must carry thousands of sends a second. */
@ApplicationScoped
class GraphServer {
    private static final Logger LOG = Logger.getLogger(GraphServer.class);
    private static final int AFTER_ALL_OTHERS = 2_000_000;
    private static final long LARGEST_BODY = 4L * 1024 * 1024;

    private final Vertx vertx;
    private final Callers callers;
    private final Operations operations;
    private final GraphAnswers answers;

    GraphServer(Vertx vertx, Callers callers, Operations operations, GraphAnswers answers) {
        this.vertx = vertx;
        this.callers = callers;
        this.operations = operations;
        this.answers = answers;
    }

    void register(@Observes Router router) {
        var files = new AttachmentReader();
        var bodies = BodyHandler.create(false).setBodyLimit(LARGEST_BODY);
        router.route("/*")
                .order(AFTER_ALL_OTHERS)
                .handler(context -> (AttachmentReader.isFor(context.request()) ? files : bodies).handle(context))
                .handler(this::serve)
                .failureHandler(this::refuse);
    }

    private void refuse(RoutingContext context) {
        context.request().resume();
        var error = context.failure() instanceof GraphFailure known ? known.error() : GraphError.of(1);
        answers.error(context, "v25.0", error);
    }

    private void serve(RoutingContext context) {
        var path = GraphPath.of(context.request().path());
        if (path.isEmpty()) {
            answers.error(
                    context, "v25.0", GraphError.unknownPath(context.request().path()));
            return;
        }
        try {
            serve(context, path.get());
        } catch (GraphFailure failure) {
            answers.error(context, path.get().version(), failure.error());
        }
    }

    private void serve(RoutingContext context, GraphPath path) {
        var open = operations.open(path);
        if (open.isPresent()) {
            answers.success(context, path.version(), open.get().answer(Parameters.of(context)));
            return;
        }
        var caller = callers.of(context.request(), path);
        var route = operations.route(caller.world(), context.request().method(), path);
        var operation = operations.of(route, path);
        var call = call(context, caller, path);
        tellUsage(context, call);
        operations.check(route, call);
        var recipient = call.parameter("to").replaceAll("\\D", "");
        var edge = path.edge().isEmpty() ? route.kind().name().toLowerCase(Locale.ROOT) : path.edge();
        Faults.of(call.world())
                .strike(FaultTarget.call(edge, call.number().id(), recipient))
                .ifPresentOrElse(
                        fault -> serveFaulty(context, path, operation, call, fault),
                        () -> serveWell(context, path, operation, call));
    }

    private static void tellUsage(RoutingContext context, GraphCall call) {
        var wabaId = call.account().id();
        var quota = UsageGuard.quota(call.world(), wabaId);
        context.response()
                .putHeader(
                        "x-business-use-case-usage",
                        Usage.of(call.world()).header(call.token().appId(), wabaId, quota));
    }

    private static GraphCall call(RoutingContext context, Callers.Caller caller, GraphPath path) {
        var request = context.request();
        Attachment attachment = context.get(AttachmentReader.KEY, Attachment.NONE);
        var origin = request.scheme() + "://" + request.authority();
        return new GraphCall(
                caller.world(),
                caller.token(),
                path.objectId(),
                Parameters.of(context),
                attachment,
                origin,
                request.path(),
                Objects.requireNonNullElse(request.getHeader("User-Agent"), ""),
                Objects.requireNonNullElse(request.getHeader("traceparent"), ""));
    }

    private void serveWell(RoutingContext context, GraphPath path, GraphOperation operation, GraphCall call) {
        run(operation, call)
                .onSuccess(body -> answers.success(context, path.version(), body))
                .onFailure(failure -> answers.error(context, path.version(), errorOf(failure)));
    }

    private void serveFaulty(
            RoutingContext context, GraphPath path, GraphOperation operation, GraphCall call, FaultPlan fault) {
        switch (fault.kind()) {
            case ERROR -> answerFault(context, path, fault);
            case DELAY ->
                vertx.setTimer(Math.max(1, fault.delayMillis()), timer -> serveWell(context, path, operation, call));
            case RESET_BEFORE -> context.request().connection().close();
            case RESET_AFTER ->
                run(operation, call)
                        .onComplete(done -> context.request().connection().close());
            case TIMEOUT_AFTER -> run(operation, call);
            case TIMEOUT_BEFORE,
                    FAIL_LATER,
                    SKIP_DELIVERED,
                    SKIP_READ,
                    SILENCE,
                    WEBHOOK_DROP,
                    WEBHOOK_DUPLICATE,
                    WEBHOOK_DELAY,
                    WEBHOOK_REORDER -> {}
        }
    }

    private void answerFault(RoutingContext context, GraphPath path, FaultPlan fault) {
        if (fault.body() != null || fault.code() == null) {
            answers.raw(
                    context, fault.status() == null ? 500 : fault.status(), fault.body() == null ? "" : fault.body());
        } else {
            answers.error(context, path.version(), plannedError(fault), fault.error());
        }
    }

    private static GraphError plannedError(FaultPlan fault) {
        var error = GraphError.of(fault.code());
        error = fault.status() == null ? error : error.withStatus(fault.status());
        error = fault.subcode() == null ? error : error.withSubcode(fault.subcode());
        error = fault.isTransient() == null ? error : error.withTransient(fault.isTransient());
        return fault.details() == null ? error : error.withDetails(fault.details());
    }

    private static Future<JsonNode> run(GraphOperation operation, GraphCall call) {
        try {
            return operation.answer(call);
        } catch (RuntimeException failure) {
            return Future.failedFuture(failure);
        }
    }

    private static GraphError errorOf(Throwable failure) {
        if (failure instanceof GraphFailure known) {
            return known.error();
        }
        LOG.error("A Graph operation failed", failure);
        return GraphError.of(131000);
    }
}

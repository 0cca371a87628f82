package io.posthorn.gateway.proxy;

import io.posthorn.gateway.exchange.BrowserRules;
import io.posthorn.gateway.exchange.Cors;
import io.posthorn.gateway.exchange.Exchange;
import io.posthorn.gateway.problem.GatewayProblems;
import io.posthorn.gateway.problem.ProblemWriter;
import io.posthorn.gateway.problem.Refusal;
import io.posthorn.gateway.route.RequestPath;
import io.posthorn.telemetry.trace.TraceParent;
import io.posthorn.telemetry.trace.Tracing;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Where every request enters. Its handler stands before all others, so nothing reaches one that did not pass here. */
@Singleton
class Door {
    private static final int FIRST = Integer.MIN_VALUE + 10;
    private static final int LAST = -1000;

    private final ProblemWriter problems;
    private final BrowserRules browserRules;
    private final Cors cors;
    private final Draining draining;
    private final Tracing tracing;
    private final RequestWatch watch;
    private final Forwarder forwarder;

    Door(
            ProblemWriter problems,
            BrowserRules browserRules,
            Cors cors,
            Draining draining,
            Tracing tracing,
            RequestWatch watch,
            Forwarder forwarder) {
        this.problems = problems;
        this.browserRules = browserRules;
        this.cors = cors;
        this.draining = draining;
        this.tracing = tracing;
        this.watch = watch;
        this.forwarder = forwarder;
    }

    void open(@Observes Router router) {
        router.route().order(FIRST).handler(guarded(this::enter)).failureHandler(this::failed);
        router.route().order(LAST).handler(guarded(forwarder::forward)).failureHandler(this::failed);
        router.errorHandler(400, this::failed);
        router.errorHandler(404, this::failed);
        router.errorHandler(500, this::failed);
    }

    private void enter(RoutingContext context) {
        name(context);
        RequestHead.check(context.request());
        RequestPath.parse(context.request().uri());
        if (Cors.isPreflight(context.request())) {
            if (!cors.allows(context.request().getHeader("Origin"))) {
                throw Refusal.of(GatewayProblems.FORBIDDEN, "This origin may not call Posthorn");
            }
            cors.answerPreflight(context);
        } else {
            context.next();
        }
    }

    /** From here on every answer says which request it belongs to and what a browser may do with it. */
    private void name(RoutingContext context) {
        var exchange = Exchange.begin(context, tracing);
        var headers = context.response().headers();
        headers.set("X-Request-Id", exchange.requestId());
        headers.set(TraceParent.HEADER, exchange.traceParent());
        browserRules.apply(headers);
        cors.mark(context.request().getHeader("Origin"), headers);
        draining.mark(context);
        watch.follow(context, exchange);
    }

    private Handler<RoutingContext> guarded(Handler<RoutingContext> handler) {
        return context -> {
            try {
                handler.handle(context);
            } catch (Refusal refusal) {
                problems.write(context, refusal);
            }
        };
    }

    private void failed(RoutingContext context) {
        if (!Exchange.hasBegun(context)) {
            name(context);
        }
        switch (context.statusCode()) {
            case 400 -> problems.write(context, Refusal.of(GatewayProblems.MALFORMED, "The request is not valid HTTP"));
            case 404 -> problems.write(context, Refusal.of(GatewayProblems.NOT_FOUND, "There is nothing at this path"));
            default -> problems.write(context, context.failure());
        }
    }
}

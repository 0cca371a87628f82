package io.posthorn.gateway.proxy;

import io.posthorn.gateway.exchange.Exchange;
import io.posthorn.gateway.exchange.HeaderHygiene;
import io.posthorn.gateway.exchange.OwnContext;
import io.posthorn.gateway.identity.Identity;
import io.posthorn.gateway.problem.ProblemWriter;
import io.posthorn.gateway.route.Access;
import io.posthorn.gateway.route.Aliases;
import io.posthorn.gateway.route.RequestPath;
import io.posthorn.gateway.route.Route;
import io.posthorn.gateway.route.RouteTable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.ProxyRequest;
import jakarta.inject.Singleton;

/** Finds the way of a request, lets it pass or not, and sees it through. */
@Singleton
class Forwarder {
    private final RouteTable routes;
    private final Aliases aliases;
    private final Identity identity;
    private final Upstreams upstreams;
    private final HeaderHygiene hygiene;
    private final ProblemWriter problems;
    private final Vertx vertx;

    Forwarder(
            RouteTable routes,
            Aliases aliases,
            Identity identity,
            Upstreams upstreams,
            HeaderHygiene hygiene,
            ProblemWriter problems,
            Vertx vertx) {
        this.routes = routes;
        this.aliases = aliases;
        this.identity = identity;
        this.upstreams = upstreams;
        this.hygiene = hygiene;
        this.problems = problems;
        this.vertx = vertx;
    }

    void forward(RoutingContext context) {
        var request = context.request();
        var asked = RequestPath.parse(request.uri());
        var path = aliases.resolve(asked.path());
        var route = routes.find(request.method().name(), path);
        BodyLimit.check(request, route);
        request.pause();
        admit(request, route)
                .compose(admitted -> pass(context, route, path + asked.query()))
                .onFailure(failure -> problems.write(context, failure));
    }

    private Future<?> admit(HttpServerRequest request, Route route) {
        return switch (route.access()) {
            case Access.PUBLIC -> Future.succeededFuture();
            case Access.USER -> OwnContext.bring(identity.of(request));
        };
    }

    private Future<Void> pass(RoutingContext context, Route route, String target) {
        var request = context.request();
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            context.response().writeContinue();
        }
        var incoming = ProxyRequest.reverseProxy(request).setURI(target);
        hygiene.inward(incoming.headers(), request, Exchange.of(context));
        return new Passage(incoming, route, upstreams.named(route.upstream()), hygiene, vertx).go();
    }
}

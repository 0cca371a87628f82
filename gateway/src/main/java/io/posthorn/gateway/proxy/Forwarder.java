package io.posthorn.gateway.proxy;

import io.posthorn.gateway.problem.ProblemWriter;
import io.posthorn.gateway.route.Aliases;
import io.posthorn.gateway.route.RequestPath;
import io.posthorn.gateway.route.RouteTable;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Finds the way of a request, lets it pass or not, and sees it through. */
@Singleton
class Forwarder {
    private final RouteTable routes;
    private final Aliases aliases;
    private final Admission admission;
    private final Toll toll;
    private final Passages passages;
    private final ProblemWriter problems;

    Forwarder(
            RouteTable routes,
            Aliases aliases,
            Admission admission,
            Toll toll,
            Passages passages,
            ProblemWriter problems) {
        this.routes = routes;
        this.aliases = aliases;
        this.admission = admission;
        this.toll = toll;
        this.passages = passages;
        this.problems = problems;
    }

    void forward(RoutingContext context) {
        var visit = visit(context);
        BodyLimit.check(visit.request(), visit.route());
        visit.request().pause();
        admission
                .admit(visit)
                .onSuccess(caller -> RequestWatch.note(context, caller))
                .compose(caller -> toll.pay(visit, caller).compose(body -> passages.pass(visit, caller, body)))
                .onFailure(failure -> problems.write(context, failure));
    }

    private Visit visit(RoutingContext context) {
        var asked = RequestPath.parse(context.request().uri());
        var meant = new RequestPath(aliases.resolve(asked.path()), asked.query());
        var route = routes.find(context.request().method().name(), meant.path());
        RequestWatch.note(context, route);
        return new Visit(context, route, meant);
    }
}

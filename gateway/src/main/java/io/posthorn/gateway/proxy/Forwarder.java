package io.posthorn.gateway.proxy;

import io.posthorn.gateway.load.LoadLimit;
import io.posthorn.gateway.problem.ProblemWriter;
import io.posthorn.gateway.route.RequestPath;
import io.posthorn.gateway.route.Table;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Finds the way of a request, lets it pass or not, and sees it through. */
@Singleton
class Forwarder {
    private final Table table;
    private final LoadLimit load;
    private final Admission admission;
    private final Toll toll;
    private final Passages passages;
    private final ProblemWriter problems;

    Forwarder(Table table, LoadLimit load, Admission admission, Toll toll, Passages passages, ProblemWriter problems) {
        this.table = table;
        this.load = load;
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
        var meant = new RequestPath(table.resolve(asked.path()), asked.query());
        var method = context.request().method().name();
        var route = table.find(method, meant.path());
        RequestWatch.note(context, route);
        var place = load.enter(route.priority(method));
        context.addEndHandler(ended -> place.leave());
        return new Visit(context, route, meant, place);
    }
}

package io.posthorn.gateway.proxy;

import io.posthorn.gateway.exchange.ClientAddress;
import io.posthorn.gateway.identity.Caller;
import io.posthorn.gateway.limit.LimitRule;
import io.posthorn.gateway.limit.Limits;
import io.posthorn.gateway.limit.Subject;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;

/** Counts a request before it passes. */
@Singleton
class Toll {
    private final Limits limits;
    private final ClientAddress addresses;
    private final PatienceConfig patience;
    private final Vertx vertx;

    Toll(Limits limits, ClientAddress addresses, PatienceConfig patience, Vertx vertx) {
        this.limits = limits;
        this.addresses = addresses;
        this.patience = patience;
        this.vertx = vertx;
    }

    /** Answers with the body where counting had to read it, else with null. */
    Future<Buffer> pay(Visit visit, Caller caller) {
        var rule = limits.ruleFor(visit.method(), visit.path().path());
        var subject = new Subject(caller.workspace(), addresses.networkOf(visit.request()));
        var answer = visit.context().response().headers();
        return body(visit, rule)
                .compose(body -> limits.charge(rule, subject, body, answer).map(body));
    }

    private Future<Buffer> body(Visit visit, LimitRule rule) {
        return rule.looksIntoBody() && visit.announcesBody()
                ? ReadAhead.of(visit, patience.pace(visit.route()), vertx)
                : Future.succeededFuture();
    }
}

package io.posthorn.gateway.proxy;

import io.posthorn.gateway.exchange.OwnContext;
import io.posthorn.gateway.identity.Caller;
import io.posthorn.gateway.identity.Identity;
import io.posthorn.gateway.identity.Scopes;
import io.posthorn.gateway.problem.GatewayProblems;
import io.posthorn.gateway.problem.Refusal;
import io.posthorn.gateway.route.Access;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.util.Collections;

/** Who may pass where. */
@Singleton
class Admission {
    private static final String TICKET = "ticket";

    private final Identity identity;

    Admission(Identity identity) {
        this.identity = identity;
    }

    Future<Caller> admit(Visit visit) {
        return switch (visit.route().access()) {
            case Access.PUBLIC -> Future.succeededFuture(Caller.NOBODY);
            case Access.TICKET -> bringsTicket(visit) ? Future.succeededFuture(Caller.NOBODY) : user(visit);
            case Access.USER -> user(visit);
            case Access.PERSON -> identify(visit).map(caller -> requireRole(requirePerson(caller), visit));
        };
    }

    private Future<Caller> user(Visit visit) {
        return identify(visit).map(caller -> requireRole(requireScope(caller, visit), visit));
    }

    private Future<Caller> identify(Visit visit) {
        return OwnContext.bring(identity.of(visit.request()));
    }

    private static boolean bringsTicket(Visit visit) {
        var headers = visit.request().headers();
        return visit.path().asks(TICKET) && !headers.contains("Authorization") && !headers.contains("X-API-Key");
    }

    private static Caller requirePerson(Caller caller) {
        if (!caller.principal().scopes().isPerson()) {
            throw Refusal.of(GatewayProblems.INSUFFICIENT_SCOPE, "This is for people who are logged in, not for keys");
        }
        return caller;
    }

    private static Caller requireScope(Caller caller, Visit visit) {
        var needed = Scopes.needed(visit.route().resource(), visit.method());
        if (!caller.principal().scopes().allow(needed)) {
            throw Refusal.of(GatewayProblems.INSUFFICIENT_SCOPE, "This needs the scope " + needed)
                    .with("WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"%s\"".formatted(needed));
        }
        return caller;
    }

    private static Caller requireRole(Caller caller, Visit visit) {
        var wanted = visit.route().roles();
        if (!wanted.isEmpty() && Collections.disjoint(wanted, caller.principal().roles())) {
            throw Refusal.of(GatewayProblems.FORBIDDEN, "This needs another role");
        }
        return caller;
    }
}

package io.posthorn.simulator.control;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Answers what no feature answers below {@code /_sim}, so that a typing error is not taken for a Graph call. */
@ApplicationScoped
class UnknownControlRoute {
    private static final int AFTER_ALL_FEATURES = 1_000_000;

    void register(@Observes Router router) {
        var methods = List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);
        methods.forEach(method -> ControlRoute.addLast(router, method, "/_sim/*", AFTER_ALL_FEATURES, request -> {
            throw ControlProblem.notFound("The control API has no such route");
        }));
    }
}

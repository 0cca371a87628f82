package io.posthorn.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Ends plain Vert.x routes, which the mapper does not see: with their answer, or with a problem document. */
@ApplicationScoped
public class RouteProblems {
    private static final Logger LOG = Logger.getLogger(RouteProblems.class);

    private final Problems problems;
    private final ObjectMapper json;

    RouteProblems(Problems problems, ObjectMapper json) {
        this.problems = problems;
        this.json = json;
    }

    /** Owns the pipeline of one request from here on. */
    public <T> void answer(RoutingContext request, Uni<T> outcome, Consumer<T> success) {
        outcome.subscribe().with(success, failure -> refuse(request, failure));
    }

    private void refuse(RoutingContext request, Throwable failure) {
        if (request.response().ended() || request.response().closed()) {
            return;
        }
        var problem = problems.of(problem(failure), request.normalizedPath());
        var response = request.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store");
        if (problem.status() == 413) {
            response.putHeader("Connection", "close");
        }
        try {
            response.end(json.writeValueAsString(problem));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ProblemException problem(Throwable failure) {
        if (failure instanceof ProblemException refusal) {
            return refusal;
        }
        if (Unavailable.is(failure)) {
            LOG.warnf("A store is out of reach: %s", failure.getClass().getName());
            return new ProblemException(CommonProblems.UNAVAILABLE, "A part of Posthorn is restarting");
        }
        LOG.error("A route failed", failure);
        return new ProblemException(CommonProblems.INTERNAL, "The failure was logged; its traceId finds it");
    }
}
